/** The three search spaces of NAS-Bench-1Shot1, whose cells are modules of NAS-Bench-101. */
@NullMarked
package org.nasbench4j.space.oneshot1;

import org.jspecify.annotations.NullMarked;
