package org.nasbench4j.data.nasbench201;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Counts;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.nb201.NetworkShape;

/** A file of made-up accuracies that keeps all rules, to be changed by a test. */
final class SampleCsv {

  private static final Nb201Space SPACE = new Nb201Space();

  private final List<Map<String, String>> rows = new ArrayList<>();

  private SampleCsv() {}

  static SampleCsv ofRows(int count) {
    SampleCsv csv = new SampleCsv();
    for (int row = 0; row < count; row++) {
      csv.rows.add(row(row));
    }
    return csv;
  }

  private static Map<String, String> row(int index) {
    Nb201Cell cell = SPACE.architecture(index);
    int seeds = 2 + index % 2;
    Map<String, String> row = new LinkedHashMap<>();
    row.put("index", String.valueOf(index));
    row.put("arch_str", cell.text());
    row.put("ops", cell.digits());
    row.put("n_seeds_200", String.valueOf(seeds));
    put(row, "c10_test_200_mean", (9_000 - index % 50) * seeds, 10_000 * seeds);
    putSeeds(row, "c10v_valid_200_s%d", 20_000 + index % 1_000, seeds, 25_000);
    put(row, "c10v_valid_200_mean", sum(20_000 + index % 1_000, seeds), 25_000 * seeds);
    putSplit(row, "c100", 3_000 + index % 500, seeds, 5_000);
    putSplit(row, "in16", 1_000 + index % 500, seeds, 3_000);
    put(row, "c10_test_12", 7_000 + index % 100, 10_000);
    put(row, "c10v_valid_12", 30_001 + index % 100, 50_000);
    putSizes(row, "c10", cell, NetworkShape.published(10, 32));
    putSizes(row, "c100", cell, NetworkShape.published(100, 32));
    putSizes(row, "in16", cell, NetworkShape.published(120, 16));
    row.put("c10v_train_time_200_s", "1444.2186");
    row.put("c100_train_time_200_s", "2888.4372");
    row.put("in16_train_time_200_s", "8763.518464");
    row.put("nats_runinfo_params_anomaly", "0");
    row.put("nb201api_c10v_train_200_mean", "88.91866666");
    return row;
  }

  // Each further seed has one more answer right.
  private static int sum(int correct, int seeds) {
    return correct * seeds + (seeds == 3 ? 3 : 1);
  }

  private static void putSplit(
      Map<String, String> row, String prefix, int correct, int seeds, int images) {
    putSeeds(row, prefix + "_valid_200_s%d", correct, seeds, images);
    for (int seed = 0; seed < 3; seed++) {
      String name = prefix + "_validtest_200_s" + SeedCounts.SEEDS.get(seed);
      row.put(name, seed < seeds ? percent(2 * (correct + seed) + 7, 2 * images) : "");
    }
    putSeeds(row, prefix + "_test_200_s%d_derived", correct + 7, seeds, images);
    put(row, prefix + "_valid_200_mean", sum(correct, seeds), images * seeds);
    put(row, prefix + "_test_200_mean", sum(correct + 7, seeds) + 1, images * seeds);
    put(row, prefix + "_valid_12", correct / 2, images);
    put(row, prefix + "_test_12", correct / 2 + 1, images);
  }

  private static void putSeeds(
      Map<String, String> row, String pattern, int correct, int seeds, int images) {
    for (int seed = 0; seed < 3; seed++) {
      String name = pattern.formatted(SeedCounts.SEEDS.get(seed));
      row.put(name, seed < seeds ? percent(correct + seed, images) : "");
    }
  }

  private static void putSizes(
      Map<String, String> row, String prefix, Nb201Cell cell, NetworkShape shape) {
    Nb201Counts counts = new Nb201Counts(shape);
    row.put(prefix + "_params_M", percent((double) counts.parameters(cell), 1e8));
    row.put(prefix + "_flops_M_formula", percent((double) counts.flops(cell), 1e8));
  }

  private static void put(Map<String, String> row, String name, int correct, int answers) {
    row.put(name, percent(correct, answers));
  }

  private static String percent(double correct, double answers) {
    return Double.toString(Math.rint(100e8 * correct / answers) / 1e8);
  }

  SampleCsv with(int row, String column, String value) {
    rows.get(row).put(column, value);
    return this;
  }

  SampleCsv without(String column) {
    rows.forEach(row -> row.remove(column));
    return this;
  }

  SampleCsv repeat(int row) {
    rows.add(row, rows.get(row));
    return this;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(String.join(",", rows.get(0).keySet())).append('\n');
    rows.forEach(row -> text.append(String.join(",", row.values())).append('\n'));
    return text.toString();
  }

  Path write(Path file) throws IOException {
    return Files.writeString(file, text());
  }

  Path writeGzipped(Path file) throws IOException {
    try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(file))) {
      stream.write(text().getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }
}
