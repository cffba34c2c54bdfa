package org.nasbench4j.cli.query;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.nasbench4j.stats.Histogram;
import org.nasbench4j.stats.Summary;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Table;

/**
 * The values of a measure over a table. Infinities, which some proxies have, are counted apart from
 * everything else.
 *
 * @param measure what is measured
 * @param table the table's name
 * @param missing the architectures of the table that lack it
 * @param infinite those with an infinite value
 * @param summary of the finite values
 * @param histogram of the finite values
 * @param best the architectures with the highest finite value
 */
record Distribution(
    String measure,
    String table,
    int missing,
    int infinite,
    Summary summary,
    Histogram histogram,
    List<String> best) {
  private static final List<Integer> PERCENTS = List.of(0, 5, 25, 50, 75, 95, 100);
  private static final int BAR = 50;
  private static final int NAMED = 3;

  static Distribution of(String measure, Table table, Column column, int ranges) {
    int[] measured = IntStream.range(0, table.rows()).filter(column::has).toArray();
    int[] rows =
        Arrays.stream(measured).filter(row -> Double.isFinite(column.value(row))).toArray();
    if (rows.length == 0) {
      throw new MissingRecordException(
          "No architecture of the table (%s) has a finite value of (%s)."
              .formatted(table.info().name(), measure));
    }
    double[] values = Arrays.stream(rows).mapToDouble(column::value).toArray();
    Summary summary = Summary.of(values);
    List<String> best =
        Arrays.stream(rows)
            .filter(row -> column.value(row) == summary.max())
            .mapToObj(row -> table.architecture(row).toString())
            .toList();
    return new Distribution(
        measure,
        table.info().name(),
        table.rows() - measured.length,
        measured.length - rows.length,
        summary,
        Histogram.of(values, ranges),
        best);
  }

  Map<String, Object> json() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("measure", measure);
    object.put("table", table);
    object.put("n", summary.n());
    object.put("missing", missing);
    object.put("infinite", infinite);
    object.put("mean", summary.mean());
    deviation().ifPresent(deviation -> object.put("sampleStandardDeviation", deviation));
    Map<String, Double> quantiles = new LinkedHashMap<>();
    PERCENTS.forEach(percent -> quantiles.put("p" + percent, quantile(percent)));
    object.put("quantiles", quantiles);
    object.put("histogram", histogram);
    object.put("best", best);
    return object;
  }

  void print(PrintWriter out) {
    out.printf(Locale.ROOT, "%s of %s%n", measure, table);
    out.printf(Locale.ROOT, "n  %,d architectures%s%n", summary.n(), others());
    out.printf(Locale.ROOT, "mean  %s%s%n%n", number(summary.mean()), plusMinus());
    for (int percent : PERCENTS) {
      out.printf(Locale.ROOT, "%4d %%  %s%n", percent, number(quantile(percent)));
    }
    out.println();
    printBars(out);
    out.printf(Locale.ROOT, "%nhighest  %s%s%n", String.join("  ", named()), further());
  }

  private void printBars(PrintWriter out) {
    List<Integer> counts = histogram.counts();
    int most = Collections.max(counts);
    for (int range = 0; range < counts.size(); range++) {
      int count = counts.get(range);
      out.printf(
          Locale.ROOT,
          "%12s  %-" + BAR + "s %,7d%n",
          number(histogram.edge(range)),
          "#".repeat((int) Math.ceil((double) BAR * count / most)),
          count);
    }
    out.printf(Locale.ROOT, "%12s%n", number(histogram.high()));
  }

  private String others() {
    return (missing == 0 ? "" : String.format(Locale.ROOT, ", %,d more lack it", missing))
        + (infinite == 0 ? "" : String.format(Locale.ROOT, ", %,d more are infinite", infinite));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }

  private OptionalDouble deviation() {
    return summary.sampleDeviation();
  }

  private String plusMinus() {
    return deviation().isEmpty()
        ? ""
        : ", sample standard deviation " + number(deviation().getAsDouble());
  }

  private double quantile(int percent) {
    return summary.quantile(percent / 100.0);
  }

  private List<String> named() {
    return best.subList(0, Math.min(NAMED, best.size()));
  }

  private String further() {
    return best.size() <= NAMED ? "" : "  and %d more".formatted(best.size() - NAMED);
  }
}
