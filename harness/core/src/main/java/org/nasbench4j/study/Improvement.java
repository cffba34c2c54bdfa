package org.nasbench4j.study;

import java.util.Optional;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.table.SeedChoice;

/**
 * A trial that became its run's incumbent.
 *
 * @param at where in the run
 * @param architecture the trial's architecture
 * @param value the objective's value; NaN for a look at what the method found by its own work
 * @param drawn the training that the evaluation drew, if it drew one
 */
record Improvement(
    Place at, Architecture architecture, double value, Optional<SeedChoice.Single> drawn) {

  /** The trial's number, from 1, and what was charged up to and including it. */
  record Place(long trial, long evaluations, double seconds) {}

  boolean isLook() {
    return Double.isNaN(value);
  }
}
