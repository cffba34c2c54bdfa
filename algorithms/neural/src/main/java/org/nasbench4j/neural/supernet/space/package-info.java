/** Networks that share weights between all architectures of a space. */
@NullMarked
package org.nasbench4j.neural.supernet.space;

import org.jspecify.annotations.NullMarked;
