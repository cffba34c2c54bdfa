package org.nasbench4j.algorithms.rminas;

/**
 * The hyper-parameters of a search.
 *
 * @param warmUp random architectures before the first model, at least 1
 * @param quantile the share of the warm-up that sets the threshold, in {@code [0, 1]}
 * @param successes good proposals after the warm-up that end the search, at least 1
 * @param candidates architectures among which the model chooses, at least 1
 * @param cap evaluations that end the search in any case, at least {@code warmUp}
 * @param top good architectures that the answer is made from, at least 1
 * @param estimator how it is made
 */
record Rules(
    int warmUp,
    double quantile,
    int successes,
    int candidates,
    int cap,
    int top,
    Estimator estimator) {}
