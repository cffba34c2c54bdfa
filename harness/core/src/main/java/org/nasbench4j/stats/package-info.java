/**
 * Rank correlation, the exact random-search curve, regret, anytime curves and summaries: plain
 * arrays in, records out.
 */
@NullMarked
package org.nasbench4j.stats;

import org.jspecify.annotations.NullMarked;
