/** Random numbers exactly as other programs draw them, where published orders depend on it. */
@NullMarked
package org.nasbench4j.random;

import org.jspecify.annotations.NullMarked;
