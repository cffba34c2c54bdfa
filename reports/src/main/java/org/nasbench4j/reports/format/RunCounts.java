package org.nasbench4j.reports.format;

import java.util.stream.Collectors;
import org.nasbench4j.study.StudyHeader;

/** How many runs the numbers of a study rest on. */
final class RunCounts {
  private RunCounts() {}

  /** For example {@code 500 runs} or {@code 500 runs (vim-nas: 4)}. */
  static String of(StudyHeader study) {
    String others = others(study);
    return study.runs() + " runs" + (others.isEmpty() ? "" : " (" + others + ")");
  }

  /** The methods with another number of runs than the study's; empty if there is none. */
  static String others(StudyHeader study) {
    return study.setup().methods().stream()
        .filter(method -> method.runs() != study.runs())
        .map(method -> method.label() + ": " + method.runs())
        .collect(Collectors.joining(", "));
  }
}
