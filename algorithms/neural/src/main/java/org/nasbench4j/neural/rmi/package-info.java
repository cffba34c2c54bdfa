/** Representation mutual information with a reference network, as a score of cells. */
@NullMarked
package org.nasbench4j.neural.rmi;

import org.jspecify.annotations.NullMarked;
