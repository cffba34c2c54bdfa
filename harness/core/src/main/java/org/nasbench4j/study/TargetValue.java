package org.nasbench4j.study;

/**
 * The final accuracies of one architecture on one {@link Target}.
 *
 * @param valid validation accuracy in percent
 * @param test test accuracy in percent
 */
public record TargetValue(double valid, double test) {}
