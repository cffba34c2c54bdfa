package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import java.util.function.Consumer;

/** The ReLU of a network, and who watches it. */
final class Rectifier {
  private final Consumer<NDArray> watcher;

  Rectifier(Consumer<NDArray> watcher) {
    this.watcher = watcher;
  }

  NDArray of(NDArray maps) {
    return used(maps.getNDArrayInternal().relu());
  }

  // What is computed once counts for each of its users.
  NDArray used(NDArray rectified) {
    watcher.accept(rectified);
    return rectified;
  }
}
