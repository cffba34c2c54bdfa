/** Tells kinds of files apart by their first bytes, hashes them and watches them being read. */
@NullMarked
package org.nasbench4j.data.file;

import org.jspecify.annotations.NullMarked;
