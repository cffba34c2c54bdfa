/** Random numbers: one generator per purpose, and those that other programs draw. */
@NullMarked
package org.nasbench4j.random;

import org.jspecify.annotations.NullMarked;
