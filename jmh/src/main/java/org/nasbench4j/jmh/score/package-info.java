/** Benchmarks of scoring: whole scores, and one score written with bare calls of the engine. */
@NullMarked
package org.nasbench4j.jmh.score;

import org.jspecify.annotations.NullMarked;
