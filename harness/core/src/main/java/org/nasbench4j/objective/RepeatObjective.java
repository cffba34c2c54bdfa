package org.nasbench4j.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.SeedChoice;
import org.nasbench4j.table.Table;

/**
 * A stored accuracy of one of several repeated trainings: each look draws one, and is charged for
 * that one. Evaluated as such, without a draw, it is the mean over the trainings.
 */
public final class RepeatObjective implements Objective {
  private final List<Repeat> repeats;
  private final String description;

  private RepeatObjective(List<Repeat> repeats, String description) {
    this.repeats = List.copyOf(repeats);
    this.description = description;
  }

  /**
   * Resolves the trainings of a measure.
   *
   * @param table the measurements
   * @param measure the accuracy to optimise
   * @return the objective
   * @throws MissingRecordException if the table does not hold the accuracy, holds only its mean, or
   *     lacks a training of some architecture
   */
  public static RepeatObjective of(Table table, Measure measure) {
    AccuracyColumn mean = table.accuracy(new Query(measure, SeedChoice.MEAN));
    List<Integer> seeds = seeds(table, mean, measure);
    List<Repeat> repeats = new ArrayList<>();
    for (int seed : seeds) {
      Query query = new Query(measure, SeedChoice.of(seed));
      repeats.add(new Repeat(Optional.of(query.seeds()), TableObjective.of(table, query)));
    }
    String cost =
        repeats.get(0).objective().costLine().isPresent() ? "cost: that of the one" : "cost unknown";
    return new RepeatObjective(
        repeats, "%s, one of the seeds %s at each look, %s".formatted(measure, seeds, cost));
  }

  private static List<Integer> seeds(Table table, AccuracyColumn mean, Measure measure) {
    List<Integer> seeds =
        IntStream.range(0, mean.rows())
            .boxed()
            .flatMap(row -> mean.seeds(row).stream())
            .distinct()
            .sorted()
            .toList();
    if (seeds.isEmpty()) {
      throw new MissingRecordException(
          "The table (%s) holds only the mean of (%s), so no repeat can be drawn. Maybe search on"
                  .formatted(table.info().name(), measure)
              + " %s:mean.".formatted(measure));
    }
    long partial =
        IntStream.range(0, mean.rows()).filter(row -> mean.seedCount(row) < seeds.size()).count();
    if (partial > 0) {
      throw new MissingRecordException(
          "The table (%s) lacks some of the seeds %s of (%s) for %d of its %d architectures, so that"
                  .formatted(table.info().name(), seeds, measure, partial, mean.rows())
              + " draws would not be alike. Maybe search on %s:mean.".formatted(measure));
    }
    return seeds;
  }

  @Override
  public Evaluation evaluate(Architecture architecture) {
    double value = 0;
    double seconds = 0;
    for (Repeat repeat : repeats) {
      Evaluation evaluation = repeat.objective().evaluate(architecture);
      value += evaluation.value() / repeats.size();
      seconds += evaluation.seconds() / repeats.size();
    }
    return new Evaluation(value, seconds);
  }

  @Override
  public List<Repeat> repeats() {
    return repeats;
  }

  @Override
  public Optional<CostLine> costLine() {
    return repeats.get(0).objective().costLine();
  }

  @Override
  public ValueScale scale() {
    return ValueScale.PERCENT;
  }

  @Override
  public String description() {
    return description;
  }
}
