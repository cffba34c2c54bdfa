package org.nasbench4j.search;

import java.util.random.RandomGenerator;

/** A model of which architectures are good, learned from those that were scored. */
public interface Surrogate {

  /**
   * Learns from labelled examples.
   *
   * @param features one row of numbers per example, all of the same length
   * @param positive for each example whether it is good; both kinds must occur
   * @param random the source of randomness; the same examples and generator state give the same
   *     model
   * @return the model
   * @throws IllegalArgumentException if the lengths differ or one kind is missing
   */
  Model fit(double[][] features, boolean[] positive, RandomGenerator random);

  /** A fitted model; immutable and thread-safe. */
  interface Model {

    /**
     * How probable it is that an architecture is good.
     *
     * @param features its numbers
     * @return {@code [0, 1]}
     */
    double probability(double[] features);
  }
}
