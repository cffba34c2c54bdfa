/** Says what is wrong with a table. */
@NullMarked
package org.nasbench4j.cli.doctor;

import org.jspecify.annotations.NullMarked;
