package org.nasbench4j.reports.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nasbench4j.reports.model.Report;
import org.nasbench4j.reports.model.TargetReport;
import org.nasbench4j.reports.model.TaskReport;
import org.nasbench4j.study.StudyHeader.Agreement;

/** What to take home from a study, in a line for each question that it asked. */
public final class Headlines {
  private Headlines() {}

  /**
   * The verdict on each target, with the stamps of its task; then for each final test accuracy how
   * well the measures that the plan correlates rank architectures, the highest Kendall's tau-b
   * first.
   *
   * @param report a report
   * @return plain text, at least one line
   */
  public static List<String> of(Report report) {
    List<String> lines = new ArrayList<>();
    for (TaskReport task : report.tasks()) {
      String stamps = task.task().stamps().stream().map(" "::concat).collect(Collectors.joining());
      task.targets().forEach(target -> lines.add(verdict(target) + stamps));
    }
    List<Agreement> agreements = report.study().setup().agreements();
    agreements.stream()
        .map(Agreement::test)
        .distinct()
        .map(test -> agreement(test, agreements))
        .forEach(lines::add);
    return lines;
  }

  private static String verdict(TargetReport target) {
    return "%s: best mean test accuracy by %s, %s %%, %s%s"
        .formatted(
            target.title(),
            target.verdict().method(),
            target.verdict().test().text(),
            VerdictText.distance(target),
            VerdictText.rivals(target));
  }

  private static String agreement(String test, List<Agreement> all) {
    return all.stream()
        .filter(agreement -> agreement.test().equals(test))
        .sorted(Comparator.comparingDouble(Agreement::tau).reversed())
        .map(Headlines::tau)
        .collect(Collectors.joining(", ", "Kendall's tau-b with " + test + ": ", "."));
  }

  private static String tau(Agreement agreement) {
    return String.format(Locale.ROOT, "%s %.3f", agreement.measure(), agreement.tau());
  }
}
