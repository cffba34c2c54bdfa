package org.nasbench4j.algorithms.reinforce;

/** How an observed value becomes a reward on the scale of an accuracy in percent. */
interface Reward {

  /**
   * The reward of the next observed value.
   *
   * @param value any value but NaN
   * @return the reward; infinite if nothing can be learned from the value
   */
  double of(double value);
}
