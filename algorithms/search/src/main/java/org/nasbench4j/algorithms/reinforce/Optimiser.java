package org.nasbench4j.algorithms.reinforce;

/** Moves parameters against a gradient. */
interface Optimiser {

  /**
   * Moves the parameters one step.
   *
   * @param parameters what to change
   * @param gradient the direction in which the loss grows, of squares that do not overflow
   */
  void descend(double[] parameters, double[] gradient);
}
