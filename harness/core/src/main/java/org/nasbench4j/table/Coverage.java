package org.nasbench4j.table;

import java.util.List;

/**
 * One block of measurements that a table holds.
 *
 * @param training what was trained on
 * @param split the images that were measured
 * @param schedule the training recipe
 * @param epochs the epochs that are stored, ascending, counted from 0
 * @param seeds the seeds that occur, ascending; empty where only the mean is known
 * @param images the number of images of the split: the denominator of every accuracy
 * @param origin measured or derived
 * @param records the number of stored values
 * @param expected the number of values if every row had every seed and epoch
 */
public record Coverage(
    Training training,
    Split split,
    Schedule schedule,
    List<Integer> epochs,
    List<Integer> seeds,
    int images,
    Origin origin,
    long records,
    long expected) {

  /** Copies the lists. */
  public Coverage {
    epochs = List.copyOf(epochs);
    seeds = List.copyOf(seeds);
  }
}
