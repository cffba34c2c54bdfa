/** Tells kinds of files apart by their first bytes. */
@NullMarked
package org.nasbench4j.data.file;

import org.jspecify.annotations.NullMarked;
