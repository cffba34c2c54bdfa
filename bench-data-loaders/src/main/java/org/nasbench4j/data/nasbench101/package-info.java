/** Reads the published files of NAS-Bench-101. */
@NullMarked
package org.nasbench4j.data.nasbench101;

import org.jspecify.annotations.NullMarked;
