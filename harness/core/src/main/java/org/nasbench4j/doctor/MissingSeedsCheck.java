package org.nasbench4j.doctor;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    Map<Lack, List<Measure>> lacks = new LinkedHashMap<>();
    for (Measure measure : table.finals()) {
      Lack lack = lack(table, measure);
      if (!lack.rows().isEmpty()) {
        lacks.computeIfAbsent(lack, fresh -> new ArrayList<>()).add(measure);
      }
    }
    List<Finding> findings = new ArrayList<>();
    lacks.forEach((lack, measures) -> findings.add(finding(table, lack, measures)));
    return findings;
  }

  /** The rows that have fewer trainings than the most of any row. */
  private record Lack(BitSet rows, int most) {}

  private static Lack lack(Examination table, Measure measure) {
    AccuracyColumn mean = table.mean(measure);
    int most = table.seeds(measure).size();
    for (int row = 0; row < mean.rows(); row++) {
      most = Math.max(most, mean.seedCount(row));
    }
    BitSet rows = new BitSet();
    for (int row = 0; row < mean.rows(); row++) {
      rows.set(row, mean.seedCount(row) < most);
    }
    return new Lack(rows, most);
  }

  private Finding finding(Examination table, Lack lack, List<Measure> measures) {
    AccuracyColumn mean = table.mean(measures.get(0));
    Tally tally = new Tally();
    lack.rows()
        .stream()
        .forEach(
            row ->
                tally.add(
                    () ->
                        "%s has %d of %d"
                            .formatted(table.name(row), mean.seedCount(row), lack.most())));
    return new Finding(
        name(),
        Severity.WARNING,
        measures.stream().map(Measure::toString).collect(Collectors.joining(", ")),
        tally.of(table.rows(), Examination.ARCHITECTURES),
        "These were trained with fewer seeds: their means are over fewer trainings and vary more,"
            + " and a question for one of the absent seeds fails. Ask for the mean, and do not fill"
            + " seeds in.");
  }
}
