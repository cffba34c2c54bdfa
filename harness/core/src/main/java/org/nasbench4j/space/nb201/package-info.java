/** The cell space of NAS-Bench-201: its cells, their official order, classes and counts. */
@NullMarked
package org.nasbench4j.space.nb201;

import org.jspecify.annotations.NullMarked;
