package org.nasbench4j.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Fraction;
import org.nasbench4j.table.Measure;

/**
 * Schedules that are taken for each other: a longer one whose accuracies are those of a shorter
 * one, or no better.
 *
 * <p>In NAS-Bench-201 at most 7 of 15,625 cells are better after 12 epochs than after 200.
 */
final class SchedulesCheck implements TableCheck {
  private static final double MOST_COPIES = 0.5;
  private static final double MOST_ABOVE = 0.25;

  @Override
  public String name() {
    return "schedules";
  }

  @Override
  public List<Finding> examine(Examination table) {
    List<Finding> findings = new ArrayList<>();
    for (Measure shorter : table.heldOut()) {
      longer(table, shorter)
          .flatMap(longer -> compare(table, shorter, longer))
          .ifPresent(findings::add);
    }
    return findings;
  }

  /** The next longer schedule of the same training and split. */
  private static Optional<Measure> longer(Examination table, Measure shorter) {
    return table.heldOut().stream()
        .filter(other -> other.training().equals(shorter.training()))
        .filter(other -> other.split() == shorter.split() && epochs(other) > epochs(shorter))
        .min((a, b) -> Integer.compare(epochs(a), epochs(b)));
  }

  private static int epochs(Measure measure) {
    return measure.fidelity().schedule().epochs();
  }

  private Optional<Finding> compare(Examination table, Measure shorter, Measure longer) {
    AccuracyColumn brief = table.mean(shorter);
    AccuracyColumn full = table.mean(longer);
    Chance chance = Chance.of(shorter);
    Tally above = new Tally();
    Tally same = new Tally();
    double gain = 0;
    int compared = 0;
    for (int row = 0; row < table.rows(); row++) {
      if (brief.has(row) && full.has(row) && !chance.reaches(full, row)) {
        int here = row;
        int order = compare(brief.fraction(row), full.fraction(row));
        if (order > 0) {
          above.add(() -> example(table, here, brief, full));
        } else if (order == 0) {
          same.add(() -> example(table, here, brief, full));
        }
        gain += full.value(row) - brief.value(row);
        compared++;
      }
    }
    String subject = "%s and %s".formatted(shorter, longer);
    return compared == 0
        ? Optional.empty()
        : judge(subject, compared, gain / compared, above, same);
  }

  private static int compare(Fraction a, Fraction b) {
    return Long.compare(a.correct() * b.total(), b.correct() * a.total());
  }

  private static String example(
      Examination table, int row, AccuracyColumn shorter, AccuracyColumn longer) {
    return "%s: %s and %s"
        .formatted(
            table.name(row),
            Numerals.percent(shorter.value(row)),
            Numerals.percent(longer.value(row)));
  }

  private Optional<Finding> judge(
      String subject, int compared, double gain, Tally above, Tally same) {
    if (same.count() > MOST_COPIES * compared) {
      return Optional.of(
          finding(
              Severity.ERROR,
              subject,
              same.of(compared, Examination.ARCHITECTURES),
              "Both schedules have the same accuracies: one of them was stored under the name of the"
                  + " other. Import the table again from a source that tells them apart."));
    }
    if (gain <= 0 || above.count() > MOST_ABOVE * compared) {
      return Optional.of(
          finding(
              Severity.ERROR,
              subject,
              above.of(compared, Examination.ARCHITECTURES),
              "The longer schedule is no better than the shorter one: they are mixed up, or one of them"
                  + " is something else. Do not report either."));
    }
    return above.isEmpty()
        ? Optional.empty()
        : Optional.of(
            finding(
                Severity.NOTE,
                subject,
                above.of(compared, Examination.ARCHITECTURES),
                "These are better by the shorter schedule: as few are to be expected of separate"
                    + " trainings."));
  }
}
