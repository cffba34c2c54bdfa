package org.nasbench4j.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.Schedule;

/**
 * Architectures whose trainings are the same ones: equal counts on all images of a schedule, seed by
 * seed or under other seeds.
 */
final class SharedTrainingsCheck implements TableCheck {
  private static final String SAME_ORDER =
      "These architectures share the accuracies of all their seeds with others: they were trained"
          + " once for all, or are equal to the last bit. Count them once where observations must be"
          + " independent.";
  private static final String OTHER_ORDER =
      "These architectures share the accuracies of all their trainings with others, under other"
          + " seeds: a seed does not name one training, and single seeds of two architectures cannot"
          + " be paired. Take the mean over seeds, and count them once.";

  /** Two trainings of few images may agree by chance, several on several images do not. */
  private static final int ENOUGH = 4;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  @Override
  public String name() {
    return "shared-trainings";
  }

  @Override
  public List<Finding> examine(Examination table) {
    Map<Schedule, List<Measure>> schedules =
        table.heldOut().stream()
            .filter(measure -> isMeasured(table, measure))
            .collect(
                Collectors.groupingBy(
                    measure -> measure.fidelity().schedule(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Finding> findings = new ArrayList<>();
    schedules.forEach((schedule, measures) -> examine(table, schedule, measures, findings));
    return findings;
  }

  private static boolean isMeasured(Examination table, Measure measure) {
    return table.seeds(measure).size() > 1
        && table.blocks(measure).noneMatch(block -> block.origin() == Origin.DERIVED);
  }

  private void examine(
      Examination table, Schedule schedule, List<Measure> measures, List<Finding> findings) {
    List<List<AccuracyColumn>> columns =
        measures.stream()
            .map(measure -> table.seeds(measure).stream().map(s -> table.ofSeed(measure, s)).toList())
            .toList();
    Tally same = new Tally();
    Tally other = new Tally();
    for (List<Integer> rows : sharing(table, measures, columns)) {
      boolean inOrder =
          rows.stream().map(row -> Arrays.deepToString(counts(columns, row))).distinct().count()
              == 1;
      rows.forEach(row -> (inOrder ? same : other).add(() -> table.name(row)));
    }
    add(table, schedule, Severity.WARNING, other, OTHER_ORDER, findings);
    add(table, schedule, Severity.NOTE, same, SAME_ORDER, findings);
  }

  /** Groups of several rows with equal counts in any order of the seeds. */
  private static Collection<List<Integer>> sharing(
      Examination table, List<Measure> measures, List<List<AccuracyColumn>> columns) {
    int[] rows =
        IntStream.range(0, table.rows()).filter(row -> says(measures, columns, row)).toArray();
    long[] hashes = Arrays.stream(rows).mapToLong(row -> hash(sorted(columns, row))).toArray();
    long[] ascending = hashes.clone();
    Arrays.sort(ascending);
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < rows.length; i++) {
      int at = Arrays.binarySearch(ascending, hashes[i]);
      if (isEqual(ascending, at, at - 1) || isEqual(ascending, at, at + 1)) {
        groups
            .computeIfAbsent(
                Arrays.deepToString(sorted(columns, rows[i])), fresh -> new ArrayList<>())
            .add(rows[i]);
      }
    }
    groups.values().removeIf(group -> group.size() < 2);
    return groups.values();
  }

  private static boolean isEqual(long[] values, int i, int j) {
    return j >= 0 && j < values.length && values[i] == values[j];
  }

  // Whether a row has enough trainings that are no guesses.
  private static boolean says(
      List<Measure> measures, List<List<AccuracyColumn>> columns, int row) {
    int trainings = 0;
    for (int i = 0; i < measures.size(); i++) {
      Chance chance = Chance.of(measures.get(i));
      for (AccuracyColumn column : columns.get(i)) {
        trainings += column.has(row) && !chance.reaches(column, row) ? 1 : 0;
      }
    }
    return trainings >= ENOUGH;
  }

  private static long[][] counts(List<List<AccuracyColumn>> columns, int row) {
    return columns.stream()
        .map(
            seeds ->
                seeds.stream()
                    .mapToLong(column -> column.has(row) ? column.fraction(row).correct() : -1)
                    .toArray())
        .toArray(long[][]::new);
  }

  private static long[][] sorted(List<List<AccuracyColumn>> columns, int row) {
    long[][] counts = counts(columns, row);
    for (long[] seeds : counts) {
      Arrays.sort(seeds);
    }
    return counts;
  }

  private static long hash(long[][] counts) {
    long hash = 0;
    for (long[] seeds : counts) {
      for (long count : seeds) {
        hash = (hash ^ count) * GOLDEN;
        hash ^= hash >>> 32;
      }
    }
    return hash;
  }

  private void add(
      Examination table,
      Schedule schedule,
      Severity severity,
      Tally tally,
      String meaning,
      List<Finding> findings) {
    if (!tally.isEmpty()) {
      Occurrences found = tally.of(table.rows(), Examination.ARCHITECTURES);
      findings.add(new Finding(name(), severity, schedule + " epochs", found, meaning));
    }
  }
}
