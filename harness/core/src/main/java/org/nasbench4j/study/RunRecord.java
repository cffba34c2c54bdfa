package org.nasbench4j.study;

import java.util.List;

/**
 * Everything that one run did: a pure function of plan, task, method and run index.
 *
 * @param task the task's name
 * @param method the method's label
 * @param run the run's index, from 0
 * @param stop why the run ended
 * @param evaluations the evaluations and looks that were charged, those of a second stage included
 * @param ledger the seconds that were charged
 * @param trials what was evaluated, in order
 * @param incumbents the trials that became incumbents, then those of a second stage
 * @param recommendation the run's answer
 */
public record RunRecord(
    String task,
    String method,
    int run,
    Stop stop,
    long evaluations,
    Ledger ledger,
    Trials trials,
    List<Incumbent> incumbents,
    Recommendation recommendation) {

  /** Why a run ended. */
  public enum Stop {
    /** The budget was spent. */
    BUDGET,
    /** The next trial would have cost more than was left. */
    OVERSHOOT,
    /** The trials spent nothing any more: repeats that were free, or evaluations that cost 0. */
    STALLED,
    /** The method reached its own goal, perhaps with the trial that also spent the budget. */
    FINISHED,
    /**
     * The method ended without reaching its goal: at its own limit, or with nothing left to ask.
     */
    CAPPED
  }

  /** Who chose the answer. */
  public enum Chooser {
    /** The harness: the best observed trial, the first of equals. */
    INCUMBENT,
    /** The method itself, after the search or with the last look at its own work. */
    METHOD,
    /** The harness: of the best trials by proxy the one with the highest validation accuracy. */
    VERIFICATION
  }

  /**
   * The seconds of a run that do not depend on the machine's clock.
   *
   * @param simulatedTrainingSeconds what the table says the evaluations took
   * @param proxySeconds what computing proxy scores took
   * @param ownSeconds what the method's own work took, such as training a network of its own; as it
   *     was measured and stored
   */
  public record Ledger(double simulatedTrainingSeconds, double proxySeconds, double ownSeconds) {

    /**
     * The ledger of a method that has no work of its own.
     *
     * @param simulatedTrainingSeconds what the table says the evaluations took
     * @param proxySeconds what computing proxy scores took
     */
    public Ledger(double simulatedTrainingSeconds, double proxySeconds) {
      this(simulatedTrainingSeconds, proxySeconds, 0);
    }
  }

  /**
   * All trials of a run, looks among them, column by column.
   *
   * @param rows the table's row of each architecture
   * @param values the objective's value of each; NaN for a look at what the method found by its own
   *     work, which was not evaluated
   * @param seconds the seconds charged up to and including each
   */
  @SuppressWarnings("ArrayRecordComponent") // thousands of numbers; compared through their bytes
  public record Trials(int[] rows, double[] values, double[] seconds) {}

  /**
   * The run's answer.
   *
   * @param chooser who chose it
   * @param architecture the architecture as written
   * @param targets its final accuracies, in the order of the task's targets
   */
  public record Recommendation(Chooser chooser, String architecture, List<TargetValue> targets) {

    /** Copies the list. */
    public Recommendation {
      targets = List.copyOf(targets);
    }
  }

  /** Copies the list. */
  public RunRecord {
    incumbents = List.copyOf(incumbents);
  }
}
