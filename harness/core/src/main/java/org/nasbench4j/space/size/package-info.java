/** The size space of NATS-Bench: networks of one cell that differ in their widths, and counts. */
@NullMarked
package org.nasbench4j.space.size;

import org.jspecify.annotations.NullMarked;
