package org.nasbench4j.neural.benchmark;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Orders of images. */
final class Orders {
  private Orders() {}

  static int[] identity(int size) {
    return IntStream.range(0, size).toArray();
  }

  static int[] shuffled(int size, RandomGenerator random) {
    int[] order = identity(size);
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }
}
