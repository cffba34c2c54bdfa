package org.nasbench4j.cli.score;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nasbench4j.score.ScoreRecord;

/** The details of RMI scores, by name: quantity, then {@code -it} and the iteration. */
final class RmiDetails {
  private static final Pattern TAP = Pattern.compile("tap[123]-(it[0-9]+)");

  private RmiDetails() {}

  /**
   * Adds the bare RMI of each traced iteration, {@code rmi-it25 = tap1-it25 + tap2-it25 +
   * tap3-it25}; it is not stored, so that old journals have it as well.
   */
  static ScoreRecord withSums(ScoreRecord record) {
    SortedMap<String, Double> details = new TreeMap<>(record.details());
    record
        .details()
        .forEach(
            (name, value) -> {
              Matcher tap = TAP.matcher(name);
              if (tap.matches()) {
                details.merge("rmi-" + tap.group(1), value, Double::sum);
              }
            });
    return new ScoreRecord(record.architecture(), record.value(), record.seconds(), details);
  }
}
