package org.nasbench4j.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.Training;

/**
 * Whole tables of NAS-Bench-201 whose best accuracy is that of another schedule: 12 epochs under
 * the name of 200, as tables that were made with the default of the benchmark's own API have it.
 */
final class PublishedLevelsCheck implements TableCheck {
  /** The best means over seeds of the published table, in percent. */
  private static final List<Level> LEVELS =
      List.of(
          new Level(Training.CIFAR10_HALF, Split.VALID, 84.89, 91.61),
          new Level(Training.CIFAR10_ALL, Split.TEST, 89.16, 94.37),
          new Level(Training.CIFAR100, Split.VALID, 61.32, 73.49),
          new Level(Training.CIFAR100, Split.TEST, 61.18, 73.51),
          new Level(Training.IMAGENET16_120, Split.VALID, 38.67, 46.73),
          new Level(Training.IMAGENET16_120, Split.TEST, 38.27, 47.31));

  private static final int SHORT = 12;
  private static final int LONG = 200;

  /** The best accuracy after 12 and after 200 epochs. */
  private record Level(Training training, Split split, double brief, double full) {

    boolean isOf(Measure measure) {
      return measure.training().equals(training) && measure.split() == split;
    }

    /** The schedule whose best is nearer. */
    int nearest(double percent) {
      return Math.abs(percent - brief) < Math.abs(percent - full) ? SHORT : LONG;
    }
  }

  @Override
  public String name() {
    return "published-levels";
  }

  @Override
  public List<Finding> examine(Examination table) {
    List<Finding> findings = new ArrayList<>();
    if (table.space() instanceof Nb201Space && table.isWhole()) {
      for (Measure measure : table.finals()) {
        LEVELS.stream()
            .filter(level -> level.isOf(measure))
            .forEach(level -> compare(table, measure, level, findings));
      }
    }
    return findings;
  }

  private void compare(Examination table, Measure measure, Level level, List<Finding> findings) {
    int epochs = measure.fidelity().schedule().epochs();
    AccuracyColumn mean = table.mean(measure);
    double best =
        IntStream.range(0, mean.rows())
            .filter(mean::has)
            .mapToDouble(mean::value)
            .max()
            .orElse(Double.NaN);
    if (Double.isNaN(best)) {
      return;
    }
    if ((epochs == SHORT || epochs == LONG) && level.nearest(best) != epochs) {
      String example =
          "the best is %s, published are %s after 12 and %s after 200 epochs"
              .formatted(
                  Numerals.percent(best),
                  Numerals.percent(level.brief()),
                  Numerals.percent(level.full()));
      findings.add(
          new Finding(
              name(),
              Severity.ERROR,
              measure.toString(),
              new Occurrences(
                  table.rows(), table.rows(), Examination.ARCHITECTURES, List.of(example)),
              "The best accuracy of the whole space is that of the other schedule: the numbers are"
                  + " stored under the wrong name. Do not report them as what they are called."));
    }
  }
}
