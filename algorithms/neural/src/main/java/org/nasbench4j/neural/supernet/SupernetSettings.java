package org.nasbench4j.neural.supernet;

import org.nasbench4j.neural.supernet.movement.MomentumRule;

/**
 * All that the training of a supernet depends on but space, images and engine.
 *
 * @param channels of the first cells, at least 1
 * @param depth how often the cell is repeated, at least 1: of NAS-Bench-201 in each stage, of
 *     NAS-Bench-1Shot1 in all
 * @param images which are trained on
 * @param schedule how many of them in a step, and for how long
 * @param weights how the network is moved
 * @param clip the most that the norm of all gradients of the network together may be, positive;
 *     infinite for any
 * @param logits what they come from, and how they are learned
 * @param convergence when to end before the last epoch
 * @param seed decides first weights, noise, order and augmentation
 */
public record SupernetSettings(
    int channels,
    int depth,
    SupernetImages images,
    SupernetSchedule schedule,
    MomentumRule weights,
    float clip,
    LogitSettings logits,
    Convergence convergence,
    long seed) {

  /** Checks the ranges. */
  public SupernetSettings {
    if (channels < 1 || depth < 1) {
      throw new IllegalArgumentException(
          "The channels (%d) and the depth (%d) must be at least 1.".formatted(channels, depth));
    }
    if (!(clip > 0)) {
      throw new IllegalArgumentException("The clip (%s) must be positive.".formatted(clip));
    }
  }

  /**
   * The same settings with another number of epochs.
   *
   * @param epochs at least 1
   * @return new settings
   */
  public SupernetSettings withEpochs(int epochs) {
    return with(schedule.withEpochs(epochs));
  }

  /**
   * The same settings with another number of images.
   *
   * @param count at least 2
   * @return new settings
   */
  public SupernetSettings withImages(int count) {
    return new SupernetSettings(
        channels,
        depth,
        new SupernetImages(images.side(), count, images.shift()),
        schedule,
        weights,
        clip,
        logits,
        convergence,
        seed);
  }

  /**
   * The same settings with another rate of the weights.
   *
   * @param rate that of the first epoch, positive; the last falls with it where it would be higher
   * @return new settings
   */
  public SupernetSettings withRate(float rate) {
    return new SupernetSettings(
        channels, depth, images, schedule, weights.withRate(rate), clip, logits, convergence, seed);
  }

  SupernetSettings with(SupernetSchedule changed) {
    return new SupernetSettings(
        channels, depth, images, changed, weights, clip, logits, convergence, seed);
  }

  SupernetSettings with(LogitSettings changed) {
    return new SupernetSettings(
        channels, depth, images, schedule, weights, clip, changed, convergence, seed);
  }

  /**
   * How many steps there are in an epoch.
   *
   * @return at least 1; the last step of an epoch may see fewer images
   */
  public int stepsPerEpoch() {
    int seen = schedule.levels() == Levels.SINGLE ? images.count() : images.count() / 2;
    return (seen + schedule.batch() - 1) / schedule.batch();
  }

  /**
   * How many steps there are at most.
   *
   * @return at least 1
   */
  public long steps() {
    return (long) schedule.epochs() * stepsPerEpoch();
  }

  /**
   * All that the result depends on but space, images and engine.
   *
   * @return one line
   */
  @Override
  public String toString() {
    return "C %d, depth %d, %s, %s, weights %s, clip %s, %s, %s, seed %d"
        .formatted(channels, depth, images, schedule, weights, clip, logits, convergence, seed);
  }
}
