package org.nasbench4j.neural.supernet;

import java.util.random.RandomGenerator;

/** Random numbers in a row. */
final class Draws {

  private Draws() {}

  static float[] gaussians(int count, double deviation, RandomGenerator random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }

  // The numbers from 0 in random order.
  static int[] permutation(int count, RandomGenerator random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
