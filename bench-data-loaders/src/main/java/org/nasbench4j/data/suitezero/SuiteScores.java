package org.nasbench4j.data.suitezero;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.nasbench4j.data.number.AnswerShare;
import org.nasbench4j.data.number.DoubleRows;
import org.nasbench4j.objective.ColumnObjective;
import org.nasbench4j.table.DatasetId;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableContent.MeanBlock;

/** The scores of a file as columns, its accuracies as counts, and what is odd about them. */
final class SuiteScores {
  /** What the source has where a computation failed. */
  private static final double FAILED = -1e8;

  /** The published files have 13. */
  private static final int MOST_PROXIES = 64;

  private static final Pattern PROXY = Pattern.compile("[A-Za-z0-9_]{1,40}");

  private final SuiteSpace space;
  private final SortedMap<String, DoubleRows> columns = new TreeMap<>();
  private final Map<DatasetId, DoubleRows> correct = new EnumMap<>(DatasetId.class);
  private final Map<DatasetId, Set<Integer>> seen = new EnumMap<>(DatasetId.class);
  private final Set<String> proxies = new HashSet<>();
  private final SortedMap<String, Integer> failures = new TreeMap<>();
  private final SortedMap<String, Integer> infinities = new TreeMap<>();
  private int repeated;

  SuiteScores(SuiteSpace space) {
    this.space = space;
  }

  SuiteSpace space() {
    return space;
  }

  /**
   * Takes up an architecture of a data set.
   *
   * @return its number; negative if it was there already, written in another way
   */
  int architecture(DatasetId dataset, List<Integer> tuple) {
    space.images(dataset);
    int number = space.number(tuple);
    if (seen.computeIfAbsent(dataset, absent -> new HashSet<>()).add(number)) {
      return number;
    }
    repeated++;
    return -1;
  }

  /**
   * Takes up a score.
   *
   * @param score the number; NaN if there is none
   * @param seconds what it took; NaN if unknown
   */
  void score(int number, DatasetId dataset, String proxy, double score, double seconds) {
    requireProxy(proxy);
    String name = "suitezero-%s-%s".formatted(kebab(proxy), dataset);
    if (score == FAILED || Double.isNaN(score)) {
      failures.merge(name, 1, Integer::sum);
      return;
    }
    if (Double.isInfinite(score)) {
      infinities.merge(name, 1, Integer::sum);
    }
    column(name).put(number, score);
    if (!Double.isNaN(seconds)) {
      requireSeconds(proxy, seconds);
      column(name + ColumnObjective.SECONDS).put(number, seconds);
    }
  }

  private void requireProxy(String proxy) {
    proxies.add(proxy);
    if (!PROXY.matcher(proxy).matches() || proxies.size() > MOST_PROXIES) {
      throw new IllegalArgumentException(
          "the proxy '%s' is none: letters, digits and underscores, and at most %d of them"
              .formatted(proxy, MOST_PROXIES));
    }
  }

  private static void requireSeconds(String proxy, double seconds) {
    if (!(seconds >= 0) || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException("the time of %s is %s".formatted(proxy, seconds));
    }
  }

  private static String kebab(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private DoubleRows column(String name) {
    return columns.computeIfAbsent(name, absent -> new DoubleRows());
  }

  /** Takes up an accuracy in percent. */
  void accuracy(int number, DatasetId dataset, double percent) {
    AnswerShare share = AnswerShare.ofPercent(percent, space.images(dataset));
    int count =
        share
            .correct()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "val_accuracy is %s %%, which is %s of %d images; a whole number is needed"
                            .formatted(percent, share.exact(), share.answers())));
    correct.computeIfAbsent(dataset, absent -> new DoubleRows()).put(number, count);
  }

  void addAccuracies(int[] order, List<AccuracyBlock> accuracies, List<MeanBlock> means) {
    correct.forEach(
        (dataset, counts) -> space.add(dataset, whole(counts.in(order)), accuracies, means));
  }

  private static int[] whole(double[] counts) {
    return Arrays.stream(counts)
        .mapToInt(count -> Double.isNaN(count) ? TableContent.ABSENT : (int) count)
        .toArray();
  }

  SortedMap<String, double[]> columns(int[] order) {
    SortedMap<String, double[]> ordered = new TreeMap<>();
    columns.forEach((name, column) -> ordered.put(name, column.in(order)));
    return ordered;
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        String.format(
            Locale.ROOT,
            "The file holds scores of %,d of %,d architectures.",
            space.count(),
            space.size()));
    notes.add(space.aboutAccuracies());
    notes.add(
        "suitezero-flops-* and suitezero-params-* are in millions, by the source's own count, which"
            + " is not always the benchmark's; columns that end in -seconds are what a score took"
            + " the source.");
    seen.forEach(
        (dataset, numbers) -> {
          if (numbers.size() < space.count()) {
            notes.add(
                "Scores of %s are of %d architectures only.".formatted(dataset, numbers.size()));
          }
        });
    if (!failures.isEmpty()) {
      notes.add(
          "Scores that failed in the source (%.0f, NaN or null) are absent: %s."
              .formatted(FAILED, failures));
    }
    if (!infinities.isEmpty()) {
      notes.add("Scores that are infinite stay so: %s.".formatted(infinities));
    }
    if (repeated > 0) {
      notes.add(
          ("%d architectures of the file are others written in another way, with scores of their"
                  + " own; the first of each counts.")
              .formatted(repeated));
    }
    return notes;
  }
}
