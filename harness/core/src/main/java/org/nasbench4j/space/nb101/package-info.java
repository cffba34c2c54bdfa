/** The module space of NAS-Bench-101: its graphs, their hashes, enumeration and counts. */
@NullMarked
package org.nasbench4j.space.nb101;

import org.jspecify.annotations.NullMarked;
