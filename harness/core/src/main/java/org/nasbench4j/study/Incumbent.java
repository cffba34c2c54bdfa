package org.nasbench4j.study;

import java.util.List;

/**
 * A trial that was better than all before it, by the search's own objective. After a search on a
 * proxy that is verified, also a look of that second stage that was better than the looks before
 * it. Of a method that learns by its own work, each new proposal.
 *
 * @param trial the number of the trial, from 1; looks of a second stage are counted on
 * @param evaluations the charged evaluations up to and including it
 * @param seconds the charged seconds up to and including it
 * @param architecture the architecture as written
 * @param value the objective's value; in a second stage the validation accuracy that decides; NaN
 *     for a proposal that was not evaluated
 * @param targets the final accuracies, in the order of the task's targets; looked up afterwards
 */
public record Incumbent(
    long trial,
    long evaluations,
    double seconds,
    String architecture,
    double value,
    List<TargetValue> targets) {

  /** Copies the list. */
  public Incumbent {
    targets = List.copyOf(targets);
  }
}
