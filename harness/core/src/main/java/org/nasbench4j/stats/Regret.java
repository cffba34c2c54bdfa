package org.nasbench4j.stats;

/**
 * What a pick loses, in the unit of the values; made by {@link RegretBaseline#of(int)}.
 *
 * @param validation best validation value minus the pick's, at least 0
 * @param test best test value minus the pick's, at least 0; up to rounding the sum of the next two
 * @param search what searching better would have gained: the test value of the best by validation
 *     minus the pick's. Negative if the pick is luckier on test than the best by validation
 * @param unavoidable what nobody gains who selects by validation: best test value minus the test
 *     value of the best by validation, at least 0
 */
public record Regret(double validation, double test, double search, double unavoidable) {}
