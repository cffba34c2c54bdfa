/** Regularized (aging) evolution. */
@NullMarked
package org.nasbench4j.algorithms.evolution;

import org.jspecify.annotations.NullMarked;
