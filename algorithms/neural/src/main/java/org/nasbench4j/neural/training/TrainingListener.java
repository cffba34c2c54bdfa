package org.nasbench4j.neural.training;

import java.io.IOException;

/** Is told how a training goes on, and keeps what is needed to resume it. */
public interface TrainingListener {

  /**
   * A batch was trained on.
   *
   * @param images trained on since the very beginning, in all epochs
   * @param loss the mean cross-entropy of the batch
   */
  void batchDone(long images, double loss);

  /**
   * An epoch is done; whoever stores the state can resume after it.
   *
   * @param state after the epoch
   * @throws IOException if it cannot be stored
   */
  void epochDone(TrainingState state) throws IOException;
}
