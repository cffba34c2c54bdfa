package org.nasbench4j.neural.supernet;

import java.io.IOException;
import java.util.function.Supplier;

/** Is told how a training goes on, and may keep what is needed to resume it. */
@FunctionalInterface
public interface SupernetListener {

  /**
   * A step is done; whoever stores the state can resume after it. Whether the step's move was a
   * good one is only known when the next step is done: its loss is the first of the moved network.
   *
   * @param step what came out of it
   * @param state copies the state after it, if asked before this method returns
   * @throws IOException if it cannot be stored
   */
  void stepDone(SupernetStep step, Supplier<SupernetState> state) throws IOException;
}
