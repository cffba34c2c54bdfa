package org.nasbench4j.algorithms.rminas;

import java.util.random.RandomGenerator;
import org.nasbench4j.search.Surrogate;
import org.nasbench4j.search.SurrogateProvider;

/**
 * A surrogate for tests: an architecture is as probable as its features are, on average, among the
 * good examples; then a little noise of its own, so that its randomness shows.
 */
public final class AdditiveSurrogate implements SurrogateProvider {
  static final String NAME = "additive";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Surrogate create(int trees, int features) {
    return AdditiveSurrogate::fit;
  }

  private static Surrogate.Model fit(double[][] rows, boolean[] good, RandomGenerator random) {
    double[] weights = random.doubles(rows[0].length, 0, 1e-3).toArray();
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < weights.length; i++) {
        weights[i] += good[row] ? rows[row][i] / rows.length : 0;
      }
    }
    return features -> {
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * features[i];
      }
      return sum / features.length;
    };
  }
}
