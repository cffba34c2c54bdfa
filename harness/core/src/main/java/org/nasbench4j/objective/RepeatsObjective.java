package org.nasbench4j.objective;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.table.Coverage;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.SeedChoice;
import org.nasbench4j.table.Table;

/** A stored accuracy in percent of trainings that were repeated, see {@link Repeats}. */
public final class RepeatsObjective implements Objective {
  private final Table table;
  private final List<TableObjective> trainings;
  private final Repeats repeats;
  private final String description;

  private RepeatsObjective(
      Table table, List<TableObjective> trainings, Repeats repeats, String description) {
    this.table = table;
    this.trainings = trainings;
    this.repeats = repeats;
    this.description = description;
  }

  /**
   * Resolves a measure.
   *
   * @param table the measurements
   * @param measure the accuracy to optimise
   * @param repeats {@link Repeats#RANDOM} or {@link Repeats#ALL}
   * @return the objective
   * @throws IllegalArgumentException if the repeats are {@link Repeats#STATED}
   * @throws MissingRecordException if the table does not hold the accuracy, or its mean only
   */
  public static RepeatsObjective of(Table table, Measure measure, Repeats repeats) {
    if (repeats == Repeats.STATED) {
      throw new IllegalArgumentException("Stated seeds are for a TableObjective.");
    }
    table.accuracy(new Query(measure, SeedChoice.MEAN));
    List<TableObjective> trainings =
        table.coverage().stream()
            .filter(block -> isOf(block, measure))
            .flatMap(block -> block.seeds().stream())
            .distinct()
            .sorted()
            .map(seed -> TableObjective.of(table, new Query(measure, SeedChoice.of(seed))))
            .toList();
    if (trainings.isEmpty()) {
      throw new MissingRecordException(
          "The table (%s) has only the mean of %s, no single trainings, so (%s) cannot be asked for."
              .formatted(table.info().name(), measure, repeats));
    }
    return new RepeatsObjective(
        table, trainings, repeats, description(measure, repeats, trainings));
  }

  private static boolean isOf(Coverage block, Measure measure) {
    return block.training().equals(measure.training())
        && block.split() == measure.split()
        && block.schedule().equals(measure.fidelity().schedule())
        && block.epochs().contains(measure.fidelity().epoch());
  }

  private static String description(
      Measure measure, Repeats repeats, List<TableObjective> trainings) {
    String what =
        repeats == Repeats.RANDOM
            ? "one training drawn at each evaluation"
            : "the mean of all trainings, each of them paid";
    return "%s:%s, %s, %s".formatted(measure, repeats, what, trainings.get(0).cost());
  }

  /** For drawn trainings what is expected: the mean of their values and of their costs. */
  @Override
  public Evaluation evaluate(Architecture architecture) {
    int row = table.row(architecture);
    double value = 0;
    double seconds = 0;
    int present = 0;
    for (TableObjective training : trainings) {
      if (training.has(row)) {
        Evaluation evaluation = training.evaluate(row);
        value += evaluation.value();
        seconds += evaluation.seconds();
        present++;
      }
    }
    if (present == 0) {
      throw missing(architecture);
    }
    return new Evaluation(value / present, repeats == Repeats.ALL ? seconds : seconds / present);
  }

  @Override
  public Evaluation evaluate(Architecture architecture, RandomGenerator random) {
    if (repeats == Repeats.ALL) {
      return evaluate(architecture);
    }
    int row = table.row(architecture);
    int present = 0;
    for (TableObjective training : trainings) {
      present += training.has(row) ? 1 : 0;
    }
    if (present == 0) {
      throw missing(architecture);
    }
    int drawn = random.nextInt(present);
    for (TableObjective training : trainings) {
      if (training.has(row) && drawn-- == 0) {
        return training.evaluate(row).of(training.seeds());
      }
    }
    throw new IllegalStateException("One of the trainings that are present was drawn.");
  }

  private MissingRecordException missing(Architecture architecture) {
    return new MissingRecordException(
        "There is no %s of %s.".formatted(description, architecture.text()));
  }

  @Override
  public List<SeedChoice.Single> draws() {
    return repeats == Repeats.RANDOM
        ? trainings.stream().map(TableObjective::seeds).toList()
        : List.of();
  }

  @Override
  public Optional<CostLine> costLine() {
    return trainings.get(0).costLine();
  }

  @Override
  public ValueScale scale() {
    return ValueScale.PERCENT;
  }

  /** What random search finds through drawn values is not what it finds through their means. */
  @Override
  public boolean isAffordableEverywhere() {
    return repeats == Repeats.ALL;
  }

  @Override
  public String description() {
    return description;
  }
}
