package org.nasbench4j.doctor;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.Schedule;

/** The right answers of single trainings by one schedule, on all images that were counted. */
final class SeedCounts {
  private static final long ABSENT = -1;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final Schedule schedule;
  private final List<Integer> seeds;
  private final List<Counted> measures;

  private SeedCounts(Examination table, Schedule schedule, List<Measure> measures) {
    this.schedule = schedule;
    this.seeds =
        List.copyOf(
            measures.stream()
                .flatMap(measure -> table.seeds(measure).stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    this.measures = measures.stream().map(measure -> Counted.of(table, measure, seeds)).toList();
  }

  /** The trainings of every schedule that has several seeds; only what was counted, not derived. */
  static List<SeedCounts> bySchedule(Examination table) {
    Map<Schedule, List<Measure>> schedules =
        table.heldOut().stream()
            .filter(measure -> table.seeds(measure).size() > 1)
            .filter(measure -> table.blocks(measure).allMatch(b -> b.origin() == Origin.MEASURED))
            .collect(
                Collectors.groupingBy(
                    measure -> measure.fidelity().schedule(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return schedules.entrySet().stream()
        .map(entry -> new SeedCounts(table, entry.getKey(), entry.getValue()))
        .toList();
  }

  /** A measure, with a column for each seed that it has. */
  private record Counted(Chance chance, List<Optional<AccuracyColumn>> columns) {

    static Counted of(Examination table, Measure measure, List<Integer> seeds) {
      return new Counted(
          Chance.of(measure),
          seeds.stream()
              .map(seed -> Examination.stored(() -> table.ofSeed(measure, seed)))
              .toList());
    }

    long correct(int row, int seed) {
      return columns
          .get(seed)
          .filter(column -> column.has(row))
          .map(column -> column.fraction(row).correct())
          .orElse(ABSENT);
    }

    boolean isAboveChance(int row, int seed) {
      return columns
          .get(seed)
          .filter(column -> column.has(row) && !chance.reaches(column, row))
          .isPresent();
    }
  }

  /** What a user calls the schedule. */
  String subject() {
    return schedule + " epochs";
  }

  /** The number of seeds; below, seeds are positions in their ascending order. */
  int seeds() {
    return seeds.size();
  }

  /** The counts of a training on each set of images, -1 where absent. */
  long[] of(int row, int seed) {
    return measures.stream().mapToLong(measure -> measure.correct(row, seed)).toArray();
  }

  /** The counts of all trainings of a row, by set of images and seed. */
  long[][] of(int row) {
    long[][] counts = new long[measures.size()][seeds.size()];
    for (int i = 0; i < counts.length; i++) {
      Counted measure = measures.get(i);
      Arrays.setAll(counts[i], seed -> measure.correct(row, seed));
    }
    return counts;
  }

  /** On how many sets of images a training is better than guessing. */
  int informative(int row, int seed) {
    return (int) measures.stream().filter(measure -> measure.isAboveChance(row, seed)).count();
  }

  /** Equal counts have equal hashes; different counts hardly ever. */
  static long hash(long[] counts) {
    long hash = 0;
    for (long count : counts) {
      hash = (hash ^ count) * GOLDEN;
      hash ^= hash >>> 32;
    }
    return hash;
  }
}
