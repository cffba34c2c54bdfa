package org.nasbench4j.study;

import java.util.Optional;
import org.nasbench4j.objective.Repeats;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.SeedChoice;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.Training;

/**
 * Constants that a publication measures regret against, where they differ from the optima of the
 * table. A regret against them has a name of its own.
 *
 * @param name the name of the regret
 * @param valid the constant for validation accuracy, in percent
 * @param test the constant for test accuracy, in percent
 * @param origin what the constants are and where they are from, one sentence
 */
public record PublishedOptimum(String name, double valid, double test, String origin) {
  private static final String SINGLE = ":" + Repeats.RANDOM;
  private static final String ONE_SHOT = "regret_1shot1";
  private static final String ORIGIN =
      "Constants in the code of NAS-Bench-1Shot1: the least errors of single trainings, among a part"
          + " of the search space only.";
  private static final Measure JUDGED =
      Measure.atEnd(Training.CIFAR10_40K, Split.TEST, new Schedule(108));

  /**
   * The constants for a final measurement.
   *
   * @param space the id of the search space
   * @param target the measurement over the whole table
   * @return those of NAS-Bench-1Shot1 in its three spaces, for the accuracies after 108 epochs,
   *     means or single ones; empty for everything else
   */
  public static Optional<PublishedOptimum> of(String space, StudyHeader.TargetSummary target) {
    String mean = new Query(JUDGED, SeedChoice.MEAN).toString();
    if (!target.test().equals(mean) && !target.test().equals(ofSingleTraining(JUDGED))) {
      return Optional.empty();
    }
    boolean testAlone = target.valid().equals(target.test());
    return ofOneShot(space).map(optimum -> testAlone ? optimum.ofTestAlone() : optimum);
  }

  /**
   * The name of the regret against the best of the table, where another regret stands beside it.
   *
   * @param target the measurement over the whole table
   * @return {@code regret_mean} against the best mean of trainings; {@code regret_single} against
   *     the best single training, where incumbents are judged by one
   */
  public static String ofTable(StudyHeader.TargetSummary target) {
    return target.test().endsWith(SINGLE) ? "regret_single" : "regret_mean";
  }

  /** How a header writes a measure of which incumbents are judged by one training of several. */
  static String ofSingleTraining(Measure measure) {
    return measure + SINGLE;
  }

  // The published errors; as k of 9,984 images: 492 and 544, 515 and 575, 484 and 533.
  private static Optional<PublishedOptimum> ofOneShot(String space) {
    return switch (space) {
      case "oneshot1-1" -> Optional.of(ofErrors(0.049278855323791504, 0.05448716878890991));
      case "oneshot1-2" -> Optional.of(ofErrors(0.051582515239715576, 0.057592153549194336));
      case "oneshot1-3" -> Optional.of(ofErrors(0.04847759008407593, 0.05338543653488159));
      default -> Optional.empty();
    };
  }

  // Where no validation accuracy is reported, test accuracy stands in both places.
  private PublishedOptimum ofTestAlone() {
    return new PublishedOptimum(name, test, test, origin);
  }

  private static PublishedOptimum ofErrors(double valid, double test) {
    return new PublishedOptimum(ONE_SHOT, 100 * (1 - valid), 100 * (1 - test), ORIGIN);
  }
}
