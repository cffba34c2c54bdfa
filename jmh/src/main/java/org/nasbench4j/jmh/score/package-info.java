/**
 * Benchmarks of training: whole scores, one score written with bare calls of the engine, and steps
 * of supernets.
 */
@NullMarked
package org.nasbench4j.jmh.score;

import org.jspecify.annotations.NullMarked;
