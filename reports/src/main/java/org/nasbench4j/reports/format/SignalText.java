package org.nasbench4j.reports.format;

import org.nasbench4j.reports.model.Decimals;
import org.nasbench4j.reports.model.SignalReport.Difference;
import org.nasbench4j.study.Signal;

/** How signals and what they change are written. */
final class SignalText {
  private SignalText() {}

  /** What people read for a signal. */
  static String title(String signal) {
    return signal.equals(Signal.NONE) ? "own signal" : signal;
  }

  /** Points with their sign. */
  static String points(double value) {
    String text = Decimals.fixed(value, 2);
    return text.startsWith("-") ? "−" + text.substring(1) : "+" + text;
  }

  /** The ends of the interval, if there is one. */
  static String interval(Difference difference) {
    return difference
        .interval()
        .map(ends -> "%s to %s".formatted(points(ends.low()), points(ends.high())))
        .orElse("–");
  }
}
