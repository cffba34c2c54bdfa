/** Images on their way into a network: drawn, augmented, normalised. */
@NullMarked
package org.nasbench4j.neural.batch;

import org.jspecify.annotations.NullMarked;
