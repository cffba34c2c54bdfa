/**
 * Training of reference networks: a fixed recipe that is the same from the same seed, also when it
 * was interrupted.
 */
@NullMarked
package org.nasbench4j.neural.training;

import org.jspecify.annotations.NullMarked;
