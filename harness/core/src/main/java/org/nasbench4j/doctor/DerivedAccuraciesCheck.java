package org.nasbench4j.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Fraction;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.Origin;

/** Accuracies that nobody counted, and whether their mean is the published one. */
final class DerivedAccuraciesCheck implements TableCheck {

  @Override
  public String name() {
    return "derived-accuracies";
  }

  @Override
  public List<Finding> examine(Examination table) {
    List<Finding> findings = new ArrayList<>();
    for (Measure measure : table.finals()) {
      if (table.blocks(measure).anyMatch(block -> block.origin() == Origin.DERIVED)) {
        findings.add(derived(table, measure));
        Tally disagreeing = disagreeing(table, measure);
        if (!disagreeing.isEmpty()) {
          findings.add(disagreement(table, measure, disagreeing));
        }
      }
    }
    return findings;
  }

  private Finding derived(Examination table, Measure measure) {
    long records =
        table
            .blocks(measure)
            .filter(block -> block.origin() == Origin.DERIVED)
            .mapToLong(block -> block.records())
            .sum();
    return new Finding(
        name(),
        Severity.NOTE,
        measure.toString(),
        new Occurrences(records, records, "records", List.of()),
        "The accuracies of single seeds were computed from others, not counted: each may be some"
            + " answers off. Report the mean.");
  }

  private Finding disagreement(Examination table, Measure measure, Tally disagreeing) {
    return new Finding(
        name(),
        Severity.WARNING,
        measure.toString(),
        disagreeing.of(table.rows(), Examination.ARCHITECTURES),
        "The mean of the derived accuracies is not the published mean: the sources contradict each"
            + " other by some answers. A question for the mean gets the published one.");
  }

  private static Tally disagreeing(Examination table, Measure measure) {
    Tally tally = new Tally();
    AccuracyColumn mean = table.mean(measure);
    List<AccuracyColumn> derived = columns(table, measure);
    for (int row = 0; row < mean.rows() && mean.origin() == Origin.MEASURED; row++) {
      int here = row;
      long correct = 0;
      long total = 0;
      for (AccuracyColumn seed : derived) {
        if (seed.has(row)) {
          correct += seed.fraction(row).correct();
          total += seed.fraction(row).total();
        }
      }
      if (total > 0 && mean.has(row) && !equal(mean.fraction(row), correct, total)) {
        String sum = correct + "/" + total;
        tally.add(
            () ->
                "%s: derived %s, published %s"
                    .formatted(table.name(here), sum, mean.fraction(here)));
      }
    }
    return tally;
  }

  private static List<AccuracyColumn> columns(Examination table, Measure measure) {
    Set<Integer> seeds = table.seeds(measure);
    return seeds.stream()
        .map(seed -> table.ofSeed(measure, seed))
        .filter(column -> column.origin() == Origin.DERIVED)
        .toList();
  }

  private static boolean equal(Fraction fraction, long correct, long total) {
    return fraction.correct() * total == correct * fraction.total();
  }
}
