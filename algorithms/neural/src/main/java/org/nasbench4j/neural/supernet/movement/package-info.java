/** How parameters are moved along their gradients, and what that remembers from step to step. */
@NullMarked
package org.nasbench4j.neural.supernet.movement;

import org.jspecify.annotations.NullMarked;
