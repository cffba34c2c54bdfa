/** REINFORCE: a categorical policy that follows the gradient of the reward. */
@NullMarked
package org.nasbench4j.algorithms.reinforce;

import org.jspecify.annotations.NullMarked;
