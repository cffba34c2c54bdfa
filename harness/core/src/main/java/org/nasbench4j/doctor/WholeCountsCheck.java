package org.nasbench4j.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.Coverage;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.Training;

/**
 * Accuracies that are no multiple of 1/n.
 *
 * <p>Imports refuse an accuracy that is farther than 0.02 answers from a whole count, and tables
 * store counts, so that a table cannot hold one. What can still be seen is an n that is not that of
 * the official images, counts that are all multiples of a number (rounded, or of a smaller n), and
 * accuracies that were imported as plain columns.
 */
final class WholeCountsCheck implements TableCheck {
  /** Fewer different counts than this may share a factor by chance. */
  private static final int ENOUGH = 20;

  private static final double TOLERANCE = 0.02;
  private static final double PERCENT = 100;

  @Override
  public String name() {
    return "whole-counts";
  }

  @Override
  public List<Finding> examine(Examination table) {
    List<Finding> findings = new ArrayList<>();
    table.coverage().forEach(block -> official(block, findings));
    table.finals().forEach(measure -> coarse(table, measure, findings));
    for (String name : table.table().columns()) {
      if (isAccuracy(name)) {
        fractions(table, name, findings);
      }
    }
    return findings;
  }

  private void official(Coverage block, List<Finding> findings) {
    int images = images(block.training(), block.split());
    if (images > 0 && images != block.images()) {
      findings.add(
          new Finding(
              name(),
              Severity.NOTE,
              "%s:%s:%s".formatted(block.training(), block.split(), block.schedule()),
              new Occurrences(
                  block.images(), Math.max(images, block.images()), "images", List.of()),
              "The accuracies count other images than the official split has: they are exact"
                  + " fractions of that number, and not of the official one."));
    }
  }

  // 0 where nothing official is known.
  private static int images(Training training, Split split) {
    return switch (training.dataset()) {
      case CIFAR10 ->
          switch (split) {
            case TRAIN -> trained(training);
            case VALID -> 50_000 - trained(training);
            case TEST -> 10_000;
            case VALID_AND_TEST -> 0;
          };
      case CIFAR100 -> halves(split, 50_000, 5_000);
      case IMAGENET16_120 -> halves(split, 151_700, 3_000);
      case FASHION_MNIST_14 -> 0;
    };
  }

  private static int trained(Training training) {
    return switch (training.set()) {
      case TRAIN_HALF -> 25_000;
      case TRAIN_40K -> 40_000;
      case TRAIN_AND_VALID, TRAIN -> 50_000;
    };
  }

  private static int halves(Split split, int train, int half) {
    return switch (split) {
      case TRAIN -> train;
      case VALID, TEST -> half;
      case VALID_AND_TEST -> 2 * half;
    };
  }

  private void coarse(Examination table, Measure measure, List<Finding> findings) {
    AccuracyColumn mean = table.mean(measure);
    Set<Long> counts = new TreeSet<>();
    long divisor = 0;
    for (int row = 0; row < mean.rows() && divisor != 1; row++) {
      if (mean.has(row)) {
        long correct = mean.fraction(row).correct();
        counts.add(correct);
        divisor = greatestCommon(divisor, correct);
      }
    }
    if (divisor > 1 && counts.size() >= ENOUGH) {
      findings.add(
          new Finding(
              name(),
              Severity.WARNING,
              measure.toString(),
              new Occurrences(
                  table.rows(),
                  table.rows(),
                  Examination.ARCHITECTURES,
                  List.of("all counts are multiples of " + divisor)),
              "The counts share a factor: the source rounded its accuracies, or measured them on"
                  + " fewer images than it says. Ties are not what they seem."));
    }
  }

  private static long greatestCommon(long a, long b) {
    return b == 0 ? a : greatestCommon(b, a % b);
  }

  private static boolean isAccuracy(String column) {
    return List.of(column.toLowerCase(Locale.ROOT).split("[^a-z]+")).stream()
        .anyMatch(word -> word.matches("acc|accuracy|err|error"));
  }

  // Of the best n: that which leaves the fewest values over.
  private void fractions(Examination table, String name, List<Finding> findings) {
    Column column = table.table().column(name);
    Tally best = new Tally();
    int bestImages = 0;
    for (int images : new int[] {25_000, 10_000, 9_984, 6_000, 5_000, 3_000}) {
      Tally tally = leftOver(table, column, images);
      if (bestImages == 0 || tally.count() < best.count()) {
        best = tally;
        bestImages = images;
      }
    }
    boolean whole = best.isEmpty();
    findings.add(
        new Finding(
            name(),
            whole ? Severity.NOTE : Severity.WARNING,
            name,
            best.of(column.rows(), Examination.ARCHITECTURES),
            whole
                ? "An accuracy as a plain column, whole counts all of them: nothing says of which"
                    + " split and seed it is, so that a search may take test accuracies for a proxy."
                : "An accuracy as a plain column that is no whole count of any known split: a mean,"
                    + " rounded, or no accuracy. Do not search on it before you know what it is."));
  }

  private static Tally leftOver(Examination table, Column column, int images) {
    Tally tally = new Tally();
    boolean percents =
        IntStream.range(0, column.rows()).anyMatch(row -> column.has(row) && column.value(row) > 1);
    for (int row = 0; row < column.rows(); row++) {
      int here = row;
      if (column.has(row)) {
        double correct = column.value(row) * images / (percents ? PERCENT : 1);
        if (!(Math.abs(correct - Math.rint(correct)) <= TOLERANCE)) {
          tally.add(
              () ->
                  "%s: %s is %s of %d"
                      .formatted(
                          table.name(here), column.value(here), Numerals.rough(correct), images));
        }
      }
    }
    return tally;
  }
}
