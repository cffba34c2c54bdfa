package org.nasbench4j.neural.training;

/**
 * One cycle of the learning rate: it rises linearly to its peak over the first quarter of the
 * steps, and falls to zero along half a cosine.
 *
 * @param peak positive
 * @param steps how many there are in all, at least 1
 */
record LearningRate(float peak, long steps) {
  private static final double RISE = 0.25;

  // The rate of a step, from 0; never zero.
  float at(long step) {
    double progress = (step + 0.5) / steps;
    double share =
        progress < RISE
            ? progress / RISE
            : (1 + Math.cos(Math.PI * (progress - RISE) / (1 - RISE))) / 2;
    return (float) (peak * share);
  }
}
