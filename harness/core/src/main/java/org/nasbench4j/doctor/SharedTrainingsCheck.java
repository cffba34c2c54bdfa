package org.nasbench4j.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Architectures all of whose trainings are those of another: equal counts on all images of a
 * schedule, seed by seed or under other seeds.
 */
final class SharedTrainingsCheck implements TableCheck {
  private static final String SAME_SEEDS =
      "These architectures share the accuracies of all their seeds with others: they were trained"
          + " once for all, or are equal to the last bit. Count them once where observations must be"
          + " independent.";
  private static final String OTHER_SEEDS =
      "These architectures share the accuracies of all their trainings with others, under other"
          + " seeds: a seed does not name one training, and single seeds of two architectures cannot"
          + " be paired. Take the mean over seeds, and count them once.";

  /** Two trainings on one set of images may agree by chance. */
  private static final int ENOUGH = 4;

  @Override
  public String name() {
    return "shared-trainings";
  }

  @Override
  public List<Finding> examine(Examination table) {
    List<Finding> findings = new ArrayList<>();
    for (SeedCounts trainings : SeedCounts.bySchedule(table)) {
      Tally same = new Tally();
      Tally other = new Tally();
      for (List<Integer> rows : sharing(table, trainings)) {
        long orders =
            rows.stream().map(row -> Arrays.deepToString(trainings.of(row))).distinct().count();
        rows.forEach(row -> (orders == 1 ? same : other).add(() -> table.name(row)));
      }
      add(findings, Severity.WARNING, trainings.subject(), table.occurrences(other), OTHER_SEEDS);
      add(findings, Severity.NOTE, trainings.subject(), table.occurrences(same), SAME_SEEDS);
    }
    return findings;
  }

  /** Groups of several rows with equal counts in any order of the seeds. */
  private static List<List<Integer>> sharing(Examination table, SeedCounts trainings) {
    int[] rows = IntStream.range(0, table.rows()).filter(row -> says(trainings, row)).toArray();
    long[] hashes = Arrays.stream(rows).mapToLong(row -> hash(sorted(trainings, row))).toArray();
    EqualHashes equal = new EqualHashes(hashes);
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < rows.length; i++) {
      if (equal.isRepeated(hashes[i])) {
        String counts = Arrays.deepToString(sorted(trainings, rows[i]));
        groups.computeIfAbsent(counts, fresh -> new ArrayList<>()).add(rows[i]);
      }
    }
    return groups.values().stream().filter(group -> group.size() > 1).toList();
  }

  private static boolean says(SeedCounts trainings, int row) {
    return IntStream.range(0, trainings.seeds()).map(seed -> trainings.informative(row, seed)).sum()
        >= ENOUGH;
  }

  private static long[][] sorted(SeedCounts trainings, int row) {
    long[][] counts = trainings.of(row);
    for (long[] seeds : counts) {
      Arrays.sort(seeds);
    }
    return counts;
  }

  private static long hash(long[][] counts) {
    return SeedCounts.hash(Arrays.stream(counts).mapToLong(SeedCounts::hash).toArray());
  }
}
