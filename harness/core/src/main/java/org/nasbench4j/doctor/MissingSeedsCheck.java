package org.nasbench4j.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Measure;

/** Architectures that were trained less often than others. */
final class MissingSeedsCheck implements TableCheck {

  @Override
  public String name() {
    return "missing-seeds";
  }

  @Override
  public List<Finding> examine(Examination table) {
    List<Finding> findings = new ArrayList<>();
    for (Measure measure : table.finals()) {
      Tally tally = lacking(table, measure);
      if (!tally.isEmpty()) {
        findings.add(
            new Finding(
                name(),
                Severity.WARNING,
                measure.toString(),
                table.occurrences(tally),
                "These were trained with fewer seeds: their means are over fewer trainings and vary"
                    + " more, and a question for one of the absent seeds fails. Ask for the mean,"
                    + " and do not fill seeds in."));
      }
    }
    return findings;
  }

  private static Tally lacking(Examination table, Measure measure) {
    AccuracyColumn mean = table.mean(measure);
    int most = Math.max(table.seeds(measure).size(), most(mean));
    Tally tally = new Tally();
    for (int row = 0; row < mean.rows(); row++) {
      int here = row;
      int trainings = mean.seedCount(row);
      if (trainings < most) {
        tally.add(() -> "%s has %d of %d".formatted(table.name(here), trainings, most));
      }
    }
    return tally;
  }

  // Where the source does not name seeds, the most trainings of any row are what a row should have.
  private static int most(AccuracyColumn mean) {
    return IntStream.range(0, mean.rows()).map(mean::seedCount).max().orElse(0);
  }
}
