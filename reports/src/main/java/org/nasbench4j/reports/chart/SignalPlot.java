package org.nasbench4j.reports.chart;

import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.reports.model.Axis;
import org.nasbench4j.reports.model.SignalReport.Comparison;
import org.nasbench4j.reports.model.TargetReport;

/** The lines of all methods on all signals in one plot. */
final class SignalPlot {
  private SignalPlot() {}

  /** A line's key is its method's and its signal's. */
  static RegretPlot of(Comparison comparison, List<String> keys, RegretKind kind, Axis axis) {
    List<RegretPlot.Line> lines = new ArrayList<>();
    for (int signal = 0; signal < keys.size(); signal++) {
      for (RegretPlot.Line line : lines(comparison.targets().get(signal), kind, axis)) {
        lines.add(new RegretPlot.Line(line.key() + "." + keys.get(signal), line.points()));
      }
    }
    TargetReport yardstick = comparison.targets().get(0);
    return RegretPlot.withLevels(axis, lines, List.of(), yardstick, kind);
  }

  private static List<RegretPlot.Line> lines(TargetReport target, RegretKind kind, Axis axis) {
    List<RegretPlot.Line> lines = new ArrayList<>();
    for (int i = 0; i < target.methods().size(); i++) {
      lines.add(RegretPlot.line(target, i, kind, axis));
    }
    return lines;
  }
}
