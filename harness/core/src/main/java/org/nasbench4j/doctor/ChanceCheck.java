package org.nasbench4j.doctor;

import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.space.nb201.LiveCell;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.Split;

/** Networks that guess: the 10 % cells of ten classes. */
final class ChanceCheck implements TableCheck {

  @Override
  public String name() {
    return "chance";
  }

  @Override
  public List<Finding> examine(Examination table) {
    List<Finding> findings = new ArrayList<>();
    for (Measure measure : table.heldOut()) {
      if (measure.split() != Split.VALID_AND_TEST) {
        dead(table, measure, findings);
        failed(table, measure, findings);
        tooGood(table, measure, findings);
      }
    }
    return findings;
  }

  private void dead(Examination table, Measure measure, List<Finding> findings) {
    AccuracyColumn mean = table.mean(measure);
    Chance chance = Chance.of(measure);
    Tally tally = new Tally();
    for (int row = 0; row < mean.rows(); row++) {
      int here = row;
      if (mean.has(row) && chance.reaches(mean, row)) {
        tally.add(() -> table.name(here) + ": " + Numerals.percent(mean.value(here)));
      }
    }
    add(
        table,
        findings,
        Severity.WARNING,
        measure,
        tally,
        "These networks are no better than guessing, on average over their trainings: correlations"
            + " over all architectures gain from telling them from the rest. Say whether they are"
            + " in, and give the correlation of the best (--top), too.");
  }

  // Trainings that failed while others of the same architecture went well.
  private void failed(Examination table, Measure measure, List<Finding> findings) {
    AccuracyColumn mean = table.mean(measure);
    Chance chance = Chance.of(measure);
    List<AccuracyColumn> seeds =
        table.seeds(measure).stream().map(seed -> table.ofSeed(measure, seed)).toList();
    Tally tally = new Tally();
    for (int row = 0; row < mean.rows(); row++) {
      int here = row;
      if (mean.has(row) && !chance.reaches(mean, row)) {
        seeds.stream()
            .filter(seed -> seed.has(here) && chance.reaches(seed, here))
            .findFirst()
            .ifPresent(seed -> tally.add(() -> training(table.name(here), seed, here)));
      }
    }
    add(
        table,
        findings,
        Severity.WARNING,
        measure,
        tally,
        "One training failed while another of the same architecture did not: the mean describes"
            + " neither. Look at the seeds one by one.");
  }

  private static String training(String name, AccuracyColumn column, int row) {
    return "%s: %s of seed %s"
        .formatted(name, Numerals.percent(column.value(row)), column.query().seeds());
  }

  // What reaches no output cannot learn.
  private void tooGood(Examination table, Measure measure, List<Finding> findings) {
    if (!(table.space() instanceof Nb201Space space)) {
      return;
    }
    AccuracyColumn mean = table.mean(measure);
    Chance chance = Chance.of(measure);
    Tally tally = new Tally();
    for (int row = 0; row < mean.rows(); row++) {
      int here = row;
      if (mean.has(row)
          && !chance.reaches(mean, row)
          && LiveCell.of(space.cell(table.table().architecture(row))).edges().isEmpty()) {
        tally.add(() -> table.name(here) + ": " + Numerals.percent(mean.value(here)));
      }
    }
    add(
        table,
        findings,
        Severity.ERROR,
        measure,
        tally,
        "In these cells no path leads from input to output, so that their networks cannot be better"
            + " than guessing: rows and architectures are mixed up.");
  }

  private void add(
      Examination table,
      List<Finding> findings,
      Severity severity,
      Measure measure,
      Tally tally,
      String meaning) {
    if (!tally.isEmpty()) {
      Occurrences found = tally.of(table.rows(), Examination.ARCHITECTURES);
      findings.add(new Finding(name(), severity, measure.toString(), found, meaning));
    }
  }
}
