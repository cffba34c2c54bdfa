package org.nasbench4j.training;

/** Trains the network of one architecture by all schedules and seeds of a table; thread-safe. */
@FunctionalInterface
public interface ArchitectureTrainer {

  /**
   * Trains one architecture.
   *
   * @param index its official index
   * @return what came out
   */
  TrainedArchitecture train(int index);
}
