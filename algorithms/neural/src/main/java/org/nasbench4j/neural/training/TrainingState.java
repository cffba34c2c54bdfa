package org.nasbench4j.neural.training;

import java.util.List;
import org.nasbench4j.tensor.NamedTensors;

/**
 * A training between two epochs: all that is needed to go on.
 *
 * @param history one record for each epoch that is done, the first first
 * @param network weights and running statistics
 * @param velocities those of the descent, under the weights' names
 */
public record TrainingState(
    List<EpochRecord> history, NamedTensors network, NamedTensors velocities) {

  /** Copies the history. */
  public TrainingState {
    history = List.copyOf(history);
  }

  /**
   * The last epoch.
   *
   * @return its record
   * @throws IllegalStateException if no epoch is done
   */
  public EpochRecord last() {
    if (history.isEmpty()) {
      throw new IllegalStateException("No epoch is done.");
    }
    return history.get(history.size() - 1);
  }
}
