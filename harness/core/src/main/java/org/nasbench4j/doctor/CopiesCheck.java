package org.nasbench4j.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Fraction;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.Split;

/**
 * Splits whose numbers are those of another split, and splits that do not add up to their union.
 */
final class CopiesCheck implements TableCheck {
  private static final double MOST_COPIES = 0.5;

  @Override
  public String name() {
    return "copies";
  }

  @Override
  public List<Finding> examine(Examination table) {
    List<Finding> findings = new ArrayList<>();
    List<Measure> measures = table.finals();
    for (int i = 0; i < measures.size(); i++) {
      for (int j = i + 1; j < measures.size(); j++) {
        if (differInSplitOnly(measures.get(i), measures.get(j))) {
          splits(table, measures.get(i), measures.get(j), findings);
        }
      }
      if (measures.get(i).split() == Split.VALID_AND_TEST) {
        union(table, measures.get(i), findings);
      }
    }
    return findings;
  }

  private static boolean differInSplitOnly(Measure a, Measure b) {
    return a.training().equals(b.training())
        && a.fidelity().equals(b.fidelity())
        && a.split() != b.split();
  }

  private void splits(Examination table, Measure a, Measure b, List<Finding> findings) {
    AccuracyColumn first = table.mean(a);
    AccuracyColumn second = table.mean(b);
    Chance chance = Chance.of(a);
    Tally same = new Tally();
    int compared = 0;
    for (int row = 0; row < table.rows(); row++) {
      if (first.has(row) && second.has(row) && !chance.reaches(first, row)) {
        int here = row;
        compared++;
        if (equal(first.fraction(row), second.fraction(row))) {
          same.add(() -> table.name(here) + ": " + Numerals.percent(first.value(here)));
        }
      }
    }
    if (same.count() > MOST_COPIES * compared) {
      findings.add(
          new Finding(
              name(),
              Severity.ERROR,
              "%s and %s".formatted(a, b),
              same.of(compared, Examination.ARCHITECTURES),
              "Two splits have the same accuracies: one is a copy under another name, and what is"
                  + " reported as test is what was searched on. Import from another source."));
    }
  }

  private static boolean equal(Fraction a, Fraction b) {
    return a.correct() * b.total() == b.correct() * a.total();
  }

  /** Whether the answers of valid and test add up, in each training. */
  private void union(Examination table, Measure union, List<Finding> findings) {
    Measure valid = new Measure(union.training(), Split.VALID, union.fidelity());
    Measure test = new Measure(union.training(), Split.TEST, union.fidelity());
    Set<Integer> seeds = table.seeds(union);
    seeds.retainAll(table.seeds(valid));
    seeds.retainAll(table.seeds(test));
    Tally tally = new Tally();
    long trainings = 0;
    for (int seed : seeds) {
      AccuracyColumn both = table.ofSeed(union, seed);
      AccuracyColumn one = table.ofSeed(valid, seed);
      AccuracyColumn other = table.ofSeed(test, seed);
      // What was derived was derived from the other two.
      if (other.origin() == Origin.MEASURED) {
        trainings += addUp(table, both, one, other, tally);
      }
    }
    if (!tally.isEmpty()) {
      findings.add(
          new Finding(
              name(),
              Severity.WARNING,
              union.toString(),
              tally.of(trainings, "trainings"),
              "The right answers of valid and test do not add up to those of both together: the"
                  + " source measured them apart, and differences of some answers mean nothing."));
    }
  }

  // Counts the trainings where they do not, and returns how many were compared.
  private static long addUp(
      Examination table,
      AccuracyColumn both,
      AccuracyColumn one,
      AccuracyColumn other,
      Tally tally) {
    long compared = 0;
    for (int row = 0; row < table.rows(); row++) {
      if (both.has(row) && one.has(row) && other.has(row)) {
        compared++;
        long sum = one.fraction(row).correct() + other.fraction(row).correct();
        long stored = both.fraction(row).correct();
        int here = row;
        if (sum != stored) {
          tally.add(
              () ->
                  "%s seed %s: %d and %d"
                      .formatted(table.name(here), both.query().seeds(), sum, stored));
        }
      }
    }
    return compared;
  }
}
