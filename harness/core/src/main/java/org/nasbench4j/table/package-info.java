/**
 * What was measured: typed keys (dataset, training set, split, schedule, epoch, seeds) and the
 * tables that answer them.
 */
@NullMarked
package org.nasbench4j.table;

import org.jspecify.annotations.NullMarked;
