package org.nasbench4j.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Single trainings that occur twice: under two seeds of an architecture, or in several of them. */
final class RepeatedTrainingsCheck implements TableCheck {
  private static final String WITHIN =
      "Two seeds of these architectures have the same counts on all images: one training under two"
          + " names. Their means are over fewer trainings than they say.";
  private static final String ACROSS =
      "These architectures have a training with the same counts on all images as a training of"
          + " another one: equal networks with equal seeds, or one training stored for several. They"
          + " are not independent observations.";

  /** Counts on fewer sets of images may agree by chance. */
  private static final int ENOUGH = 3;

  @Override
  public String name() {
    return "repeated-trainings";
  }

  @Override
  public List<Finding> examine(Examination table) {
    List<Finding> findings = new ArrayList<>();
    for (SeedCounts trainings : SeedCounts.bySchedule(table)) {
      EqualHashes equal = equal(table, trainings);
      Tally within = new Tally();
      Tally across = new Tally();
      for (int row = 0; row < table.rows(); row++) {
        int here = row;
        long[] hashes = hashes(trainings, row);
        if (repeatsItself(hashes)) {
          within.add(() -> table.name(here));
        }
        if (Arrays.stream(hashes).anyMatch(equal::isRepeated)) {
          across.add(() -> table.name(here));
        }
      }
      add(findings, Severity.WARNING, trainings.subject(), table.occurrences(within), WITHIN);
      add(findings, Severity.NOTE, trainings.subject(), table.occurrences(across), ACROSS);
    }
    return findings;
  }

  // Each row's different trainings: what a row repeats itself is not shared with another.
  private static EqualHashes equal(Examination table, SeedCounts trainings) {
    return new EqualHashes(
        IntStream.range(0, table.rows())
            .mapToObj(row -> Arrays.stream(hashes(trainings, row)).distinct())
            .flatMapToLong(row -> row)
            .toArray());
  }

  private static long[] hashes(SeedCounts trainings, int row) {
    return IntStream.range(0, trainings.seeds())
        .filter(seed -> trainings.informative(row, seed) >= ENOUGH)
        .mapToLong(seed -> SeedCounts.hash(trainings.of(row, seed)))
        .toArray();
  }

  private static boolean repeatsItself(long[] hashes) {
    Set<Long> seen = new HashSet<>();
    return !Arrays.stream(hashes).allMatch(seen::add);
  }
}
