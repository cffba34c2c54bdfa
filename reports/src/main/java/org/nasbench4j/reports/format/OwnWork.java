package org.nasbench4j.reports.format;

import java.util.List;
import java.util.stream.Collectors;
import org.nasbench4j.reports.model.Report;
import org.nasbench4j.reports.model.Spending;
import org.nasbench4j.study.StudyHeader;

/** What is said of seconds that methods worked by themselves, which were measured somewhere. */
final class OwnWork {
  private OwnWork() {}

  static boolean isIn(Report report) {
    return report.tasks().stream().anyMatch(task -> isIn(task.spending()));
  }

  static boolean isIn(List<Spending> spending) {
    return spending.stream().anyMatch(Spending::hasOwnWork);
  }

  /** What the seconds were measured on; empty if no method has work of its own. */
  static String measuredOn(StudyHeader study) {
    return study.setup().methods().stream()
        .filter(method -> !method.ownWork().isEmpty())
        .map(method -> method.label() + ": " + method.ownWork())
        .collect(Collectors.joining("; "));
  }

  /** Why some methods have no curve by seconds; empty if all have one. */
  static String notOnSeconds(Report report) {
    String methods =
        report.tasks().stream()
            .flatMap(task -> task.spending().stream())
            .filter(Spending::hasOwnWork)
            .map(Spending::method)
            .distinct()
            .collect(Collectors.joining(", "));
    return methods.isEmpty()
        ? ""
        : "No curve by seconds: %s. Their own work was measured on a machine, which is no scale for"
                .formatted(methods)
            + " simulated seconds. By evaluations, a look at what they have learned counts as one.";
  }
}
