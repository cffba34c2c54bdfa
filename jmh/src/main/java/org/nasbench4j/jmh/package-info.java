/** Benchmarks of what a user waits for: opening, asking, scanning, correlating and searching. */
@NullMarked
package org.nasbench4j.jmh;

import org.jspecify.annotations.NullMarked;
