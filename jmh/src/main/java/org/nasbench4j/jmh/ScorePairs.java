package org.nasbench4j.jmh;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Two correlated scorings of the same items.
 *
 * @param x first scores
 * @param y second scores
 */
@SuppressWarnings("ArrayRecordComponent") // handed to code under measurement; never compared
record ScorePairs(double[] x, double[] y) {

  private static final long SEED = 20_200_101;
  private static final double NOISE = 0.05;

  static ScorePairs of(Ties ties, int size) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    double[] x = new double[size];
    double[] y = new double[size];
    for (int i = 0; i < size; i++) {
      double quality = Math.sqrt(random.nextDouble()) * (1 - NOISE);
      x[i] = ties.score(quality + NOISE * random.nextDouble());
      y[i] = ties.score(quality + NOISE * random.nextDouble());
    }
    return new ScorePairs(x, y);
  }
}
