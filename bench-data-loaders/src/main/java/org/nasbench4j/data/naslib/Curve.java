package org.nasbench4j.data.naslib;

import java.util.List;

/**
 * One training of one cell, as its record has it.
 *
 * @param train of the training images, by epoch
 * @param evaluated of what was evaluated at each epoch
 * @param end of the other images after the last epoch; empty if the record has none
 * @param cost of the network
 */
record Curve(Values train, Values evaluated, List<Values> end, CurveCost cost) {

  /**
   * What was measured on the same images.
   *
   * @param correct answers
   * @param loss in nats, NaN where the file has NaN
   */
  @SuppressWarnings("ArrayRecordComponent") // bulk data on its way to a file; never compared
  record Values(int[] correct, float[] loss) {}
}
