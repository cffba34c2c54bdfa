/** Networks that share weights between all architectures of a space, and what learns from them. */
@NullMarked
package org.nasbench4j.neural.supernet;

import org.jspecify.annotations.NullMarked;
