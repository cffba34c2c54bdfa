package org.nasbench4j.doctor;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.nasbench4j.space.nb201.LiveCell;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.Split;

/** Networks that guess: the 10 % cells of ten classes. */
final class ChanceCheck implements TableCheck {
  private static final String DISCONNECTED =
      "No path leads from input to output of these cells, so that their networks guess: correlations"
          + " over all architectures gain from telling them from the rest. Say whether they are in,"
          + " and give the correlation of the best (--top), too.";
  private static final String GUESSING =
      "These networks could learn and are no better than guessing, on average over their trainings:"
          + " their trainings failed, which says little about the architecture. Look at their other"
          + " data sets and seeds before you rank them.";
  private static final String FAILED =
      "One training failed while another of the same architecture did not: the mean describes"
          + " neither. Look at the seeds one by one.";
  private static final String TOO_GOOD =
      "No path leads from input to output of these cells, so that their networks cannot be better"
          + " than guessing: rows and architectures are mixed up. Import the table again.";

  @Override
  public String name() {
    return "chance";
  }

  @Override
  public List<Finding> examine(Examination table) {
    BitSet disconnected = disconnected(table);
    List<Finding> findings = new ArrayList<>();
    for (Measure measure : table.heldOut()) {
      if (measure.split() != Split.VALID_AND_TEST) {
        examine(table, measure, disconnected, findings);
      }
    }
    return findings;
  }

  private static BitSet disconnected(Examination table) {
    BitSet rows = new BitSet();
    if (table.space() instanceof Nb201Space space) {
      for (int row = 0; row < table.rows(); row++) {
        LiveCell cell = LiveCell.of(space.cell(table.table().architecture(row)));
        rows.set(row, cell.edges().isEmpty());
      }
    }
    return rows;
  }

  private void examine(
      Examination table, Measure measure, BitSet disconnected, List<Finding> findings) {
    AccuracyColumn mean = table.mean(measure);
    List<AccuracyColumn> seeds =
        table.seeds(measure).stream().map(seed -> table.ofSeed(measure, seed)).toList();
    Chance chance = Chance.of(measure);
    Tally dead = new Tally();
    Tally tooGood = new Tally();
    Tally guessing = new Tally();
    Tally failed = new Tally();
    for (int row = 0; row < mean.rows(); row++) {
      if (mean.has(row)) {
        int here = row;
        boolean guesses = chance.reaches(mean, row);
        if (disconnected.get(row)) {
          (guesses ? dead : tooGood).add(() -> text(table, mean, here));
        } else if (guesses) {
          guessing.add(() -> text(table, mean, here));
        } else {
          guessing(seeds, chance, row)
              .ifPresent(seed -> failed.add(() -> ofSeed(table, seed, here)));
        }
      }
    }
    String subject = measure.toString();
    add(findings, Severity.ERROR, subject, table.occurrences(tooGood), TOO_GOOD);
    add(findings, Severity.WARNING, subject, table.occurrences(dead), DISCONNECTED);
    add(findings, Severity.WARNING, subject, table.occurrences(guessing), GUESSING);
    add(findings, Severity.WARNING, subject, table.occurrences(failed), FAILED);
  }

  private static Optional<AccuracyColumn> guessing(
      List<AccuracyColumn> seeds, Chance chance, int row) {
    return seeds.stream().filter(seed -> seed.has(row) && chance.reaches(seed, row)).findFirst();
  }

  private static String text(Examination table, AccuracyColumn column, int row) {
    return table.name(row) + ": " + Numerals.percent(column.value(row));
  }

  private static String ofSeed(Examination table, AccuracyColumn column, int row) {
    return text(table, column, row) + " of seed " + column.query().seeds();
  }
}
