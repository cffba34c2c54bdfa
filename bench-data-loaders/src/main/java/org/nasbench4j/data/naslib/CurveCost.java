package org.nasbench4j.data.naslib;

/**
 * The {@code cost_info} of a record.
 *
 * @param params the number of parameters
 * @param flops floating point operations in millions, as the benchmark counts them
 * @param latency seconds for one batch, NaN if unknown
 * @param epochSeconds seconds of one training epoch, without evaluation
 */
record CurveCost(double params, double flops, double latency, double epochSeconds) {}
