package org.nasbench4j.algorithms.rminas;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;

/**
 * Numbers the architectures of a space: a code is the list of decisions as a number in mixed radix,
 * the first decision first. Immutable.
 */
final class CellCodes {
  private final SearchSpace space;
  private final int[] options;
  private final long combinations;
  private final int features;

  CellCodes(SearchSpace space) {
    this.space = space;
    this.options = space.decisions().stream().mapToInt(Integer::intValue).toArray();
    long product = 1;
    int sum = 0;
    for (int option : options) {
      product = Math.multiplyExact(product, option);
      sum += option;
    }
    this.combinations = product;
    this.features = sum;
  }

  /** The number of architectures. */
  long count() {
    return space.size();
  }

  /** The length of the one-hot rows. */
  int features() {
    return features;
  }

  /** Draws uniformly. */
  long draw(RandomGenerator random) {
    long code;
    do {
      code = random.nextLong(combinations);
    } while (!isArchitecture(choices(code)));
    return code;
  }

  boolean isArchitecture(int[] choices) {
    return space.isArchitecture(choices);
  }

  /** Draws uniformly without replacement; all codes where there are fewer. In the order drawn. */
  Collection<Long> drawDistinct(int many, RandomGenerator random) {
    Set<Long> drawn = new LinkedHashSet<>();
    while (drawn.size() < Math.min(many, count())) {
      drawn.add(draw(random));
    }
    return drawn;
  }

  int[] choices(long code) {
    int[] choices = new int[options.length];
    long rest = code;
    for (int i = options.length - 1; i >= 0; i--) {
      choices[i] = (int) (rest % options[i]);
      rest /= options[i];
    }
    return choices;
  }

  Architecture architecture(long code) {
    return architecture(choices(code));
  }

  Architecture architecture(int[] choices) {
    return space.decode(choices);
  }

  /** One number per option of every decision: 1 where it was taken, otherwise 0. */
  double[] oneHot(long code) {
    double[] row = new double[features];
    int[] choices = choices(code);
    int start = 0;
    for (int i = 0; i < options.length; i++) {
      row[start + choices[i]] = 1;
      start += options[i];
    }
    return row;
  }
}
