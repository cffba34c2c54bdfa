/** Random search: the baseline that a method has to beat. */
@NullMarked
package org.nasbench4j.algorithms.random;

import org.jspecify.annotations.NullMarked;
