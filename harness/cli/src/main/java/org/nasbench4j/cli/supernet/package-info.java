/** Supernets: trained by a command or by the searches of a study, and kept in folders. */
@NullMarked
package org.nasbench4j.cli.supernet;

import org.jspecify.annotations.NullMarked;
