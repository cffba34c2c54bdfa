/** Trains the networks of benchmark tables: all seeds of a cell side by side, in lanes. */
@NullMarked
package org.nasbench4j.neural.benchmark;

import org.jspecify.annotations.NullMarked;
