/** RMI-NAS: search guided by a surrogate that tells good architectures from others. */
@NullMarked
package org.nasbench4j.algorithms.rminas;

import org.jspecify.annotations.NullMarked;
