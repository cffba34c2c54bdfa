package org.nasbench4j.cli.query;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.IndexedSpace;
import org.nasbench4j.space.KeyedSpace;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.Fraction;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.SeedChoice;
import org.nasbench4j.table.Table;

/**
 * What {@code nasbench query} answers.
 *
 * @param index the official index; null where the space has none
 * @param hash the benchmark's hash; null where the space has none
 * @param values one for a mean or a single seed, one per seed for {@code each}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QueryAnswer(
    String architecture,
    @Nullable Integer index,
    @Nullable String hash,
    String dataset,
    String trainedOn,
    String split,
    int schedule,
    int epoch,
    List<Value> values) {

  /**
   * One number and the seeds behind it.
   *
   * @param loss null where the table has none
   * @param trainingTime what all epochs up to the one that is asked for took; null where unknown
   * @param place among all architectures of the table; null where it was not asked for
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Value(
      String seedChoice,
      List<Integer> seeds,
      int seedCount,
      double accuracyPercent,
      long correct,
      long total,
      String origin,
      @Nullable Double loss,
      @JsonUnwrapped @Nullable TrainingTime trainingTime,
      @Nullable Place place) {}

  /**
   * What a training took.
   *
   * @param trainingSecondsOrigin {@code measured} or {@code derived}
   */
  record TrainingTime(double trainingSeconds, String trainingSecondsOrigin) {

    static TrainingTime of(Column seconds, int row) {
      return new TrainingTime(seconds.value(row), QueryAnswer.origin(seconds));
    }
  }

  /**
   * How an accuracy compares.
   *
   * @param rank 1 for the best; equals share the best rank of them
   * @param architectures how many of the table have this accuracy measured
   * @param betterThanPercent the share of them that are worse, in percent
   */
  record Place(int rank, int architectures, double betterThanPercent) {

    static Place of(AccuracyColumn column, int row) {
      double value = column.value(row);
      double[] all =
          IntStream.range(0, column.rows())
              .filter(column::has)
              .mapToDouble(column::value)
              .toArray();
      long better = Arrays.stream(all).filter(other -> other > value).count();
      long worse = Arrays.stream(all).filter(other -> other < value).count();
      return new Place(Math.toIntExact(better + 1), all.length, 100.0 * worse / all.length);
    }
  }

  /** What is said of each number. */
  enum Detail {
    NUMBER,
    PLACE
  }

  static QueryAnswer of(Table table, int row, Measure measure, SeedChoice choice, Detail detail) {
    Architecture cell = table.architecture(row);
    Integer index =
        table.space() instanceof IndexedSpace indexed ? (Integer) indexed.index(cell) : null;
    return new QueryAnswer(
        cell.text(),
        index,
        table.space() instanceof KeyedSpace ? cell.canonical() : null,
        measure.training().dataset().id(),
        measure.training().id(),
        measure.split().id(),
        measure.fidelity().schedule().epochs(),
        measure.fidelity().epoch(),
        values(table, row, measure, choice, detail));
  }

  private static List<Value> values(
      Table table, int row, Measure measure, SeedChoice choice, Detail detail) {
    if (choice instanceof SeedChoice.Single single) {
      return List.of(value(table, new Query(measure, single), row, detail));
    }
    List<Value> values = new ArrayList<>();
    for (int seed : seeds(table, measure)) {
      Query query = new Query(measure, SeedChoice.of(seed));
      if (table.accuracy(query).has(row)) {
        values.add(value(table, query, row, detail));
      }
    }
    return values;
  }

  private static List<Integer> seeds(Table table, Measure measure) {
    List<Integer> seeds =
        table.coverage().stream()
            .filter(
                block ->
                    block.training().equals(measure.training())
                        && block.split() == measure.split()
                        && block.schedule().equals(measure.fidelity().schedule())
                        && block.epochs().contains(measure.fidelity().epoch()))
            .flatMap(block -> block.seeds().stream())
            .distinct()
            .sorted()
            .toList();
    if (seeds.isEmpty()) {
      table.accuracy(new Query(measure, SeedChoice.MEAN));
      throw new MissingRecordException(
          "The table has only the mean of %s. Use --seeds mean.".formatted(measure));
    }
    return seeds;
  }

  private static Value value(Table table, Query query, int row, Detail detail) {
    AccuracyColumn column = table.accuracy(query);
    Fraction fraction = column.fraction(row);
    Measure measure = query.measure();
    return new Value(
        query.seeds().toString(),
        column.seeds(row),
        column.seedCount(row),
        fraction.percent(),
        fraction.correct(),
        fraction.total(),
        origin(column),
        ifStored(() -> table.loss(query).value(row)),
        ifStored(
            () ->
                TrainingTime.of(
                    table.trainingSeconds(measure.training(), measure.fidelity(), query.seeds()),
                    row)),
        detail == Detail.PLACE ? Place.of(column, row) : null);
  }

  private static String origin(Column column) {
    return column.origin().name().toLowerCase(Locale.ROOT);
  }

  private static <T> @Nullable T ifStored(Supplier<T> stored) {
    try {
      return stored.get();
    } catch (MissingRecordException absent) {
      return null;
    }
  }

  /** A single value stands beside the key's parts; several stand in a list. */
  Object json(SeedChoice choice) {
    return choice instanceof SeedChoice.Single ? new Flat(this, values.get(0)) : this;
  }

  /** A single value beside the key's parts. */
  record Flat(
      @JsonUnwrapped @JsonIgnoreProperties("values") QueryAnswer key, @JsonUnwrapped Value value) {}

  void print(PrintWriter out) {
    out.printf(Locale.ROOT, "%s%s%n", architecture, index == null ? "" : "  (index " + index + ")");
    if (hash != null) {
      out.printf(Locale.ROOT, "hash %s%n", hash);
    }
    out.printf(
        Locale.ROOT,
        "%s %s after epoch %d of the %d-epoch schedule, trained on %s%n",
        dataset,
        split,
        epoch,
        schedule,
        images());
    values.forEach(value -> out.println(line(value)));
  }

  private String images() {
    return switch (trainedOn) {
      case "cifar10-half" -> "half of the training images (cifar10-half)";
      case "cifar10-all" -> "all training images, validation images included (cifar10-all)";
      case "cifar10-40k" -> "40,000 of the training images (cifar10-40k)";
      default -> "its training images";
    };
  }

  private static String line(Value value) {
    String seeds =
        value.seeds().isEmpty()
            ? value.seedCount() + " seed(s), which the source does not name"
            : "seed "
                + value.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%9.5f %%  = %d/%d  %s of %s%s%s%s%s",
        value.accuracyPercent(),
        value.correct(),
        value.total(),
        value.seedChoice().equals("mean") ? "mean" : "accuracy",
        seeds,
        isDerived(value.origin()) ? ", derived" : "",
        value.loss() == null ? "" : String.format(Locale.ROOT, ", loss %.5f", value.loss()),
        value.trainingTime() == null ? "" : ", " + text(value.trainingTime()),
        value.place() == null ? "" : ", " + text(value.place()));
  }

  private static boolean isDerived(String origin) {
    return origin.equals(Origin.DERIVED.name().toLowerCase(Locale.ROOT));
  }

  private static String text(TrainingTime time) {
    return String.format(
        Locale.ROOT,
        "trained for %.1f s%s",
        time.trainingSeconds(),
        isDerived(time.trainingSecondsOrigin()) ? " (derived)" : "");
  }

  private static String text(Place place) {
    return String.format(
        Locale.ROOT,
        "rank %,d of %,d (better than %.2f %%)",
        place.rank(),
        place.architectures(),
        place.betterThanPercent());
  }
}
