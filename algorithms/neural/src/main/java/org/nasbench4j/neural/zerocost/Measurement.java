package org.nasbench4j.neural.zerocost;

/** Reads one number off a network that was never trained; NaN where there is none. */
@FunctionalInterface
interface Measurement {
  double of(Specimen specimen);
}
