package org.nasbench4j.data.naslib;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.nasbench4j.data.pickle.PythonPickler;
import org.nasbench4j.space.nb201.Nb201Space;

/** Writes files of the structure of NASLib's, with invented curves, to be tampered with. */
final class CurveFile {
  static final int EPOCHS = 200;

  private static final Nb201Space SPACE = new Nb201Space();

  private final Map<Object, Object> records = new LinkedHashMap<>();

  /** The cells of these indices, on one data set. */
  static CurveFile of(String dataset, int... indices) {
    CurveFile file = new CurveFile();
    for (int index : indices) {
      file.records.put(text(index), single(dataset, run(index, dataset)));
    }
    return file;
  }

  static String text(int index) {
    return SPACE.architecture(index).text();
  }

  static Map<Object, Object> single(Object key, Object value) {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put(key, value);
    return map;
  }

  /** The correct answers after an epoch. */
  static int correct(int index, int epoch) {
    return 1000 + index + 3 * epoch;
  }

  static double loss(int index, int epoch) {
    return 2.5 + index / 16.0 - epoch / 128.0;
  }

  private static Map<Object, Object> run(int index, String dataset) {
    Map<Object, Object> run = new LinkedHashMap<>();
    run.put("train_losses", losses(index));
    run.put("eval_losses", losses(index + 1));
    run.put("train_acc1es", percents(index, trainImages(dataset)));
    run.put("eval_acc1es", percents(index + 1, evaluationImages(dataset)));
    Map<Object, Object> cost = new LinkedHashMap<>();
    cost.put("flops", 15.5 + index);
    cost.put("params", 0.25 + index / 1e6);
    cost.put("latency", 0.015625);
    cost.put("train_time", 7.25 + index);
    run.put("cost_info", cost);
    return run;
  }

  private static int trainImages(String dataset) {
    return Objects.requireNonNull(
        Map.of("cifar10-valid", 25_000, "cifar100", 50_000, "ImageNet16-120", 151_700)
            .getOrDefault(dataset, 10_000));
  }

  private static int evaluationImages(String dataset) {
    return Objects.requireNonNull(
        Map.of("cifar10-valid", 25_000, "cifar100", 10_000, "ImageNet16-120", 6_000)
            .getOrDefault(dataset, 10_000));
  }

  private static List<Object> losses(int index) {
    return new ArrayList<>(IntStream.range(0, EPOCHS).mapToObj(e -> loss(index, e)).toList());
  }

  private static List<Object> percents(int index, int images) {
    return new ArrayList<>(
        IntStream.range(0, EPOCHS).mapToObj(e -> 100.0 * correct(index, e) / images).toList());
  }

  /** All records, by cell. */
  Map<Object, Object> records() {
    return records;
  }

  /** The training of a cell. */
  @SuppressWarnings("unchecked")
  Map<Object, Object> run(int index) {
    Map<Object, Object> record = (Map<Object, Object>) records.get(text(index));
    return (Map<Object, Object>) Objects.requireNonNull(record).values().iterator().next();
  }

  @SuppressWarnings("unchecked")
  List<Object> list(int index, String key) {
    return (List<Object>) Objects.requireNonNull(run(index).get(key));
  }

  @SuppressWarnings("unchecked")
  Map<Object, Object> cost(int index) {
    return (Map<Object, Object>) Objects.requireNonNull(run(index).get("cost_info"));
  }

  Path write(Path file) throws IOException {
    return write(file, 4, records);
  }

  static Path write(Path file, int protocol, Object value) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      PythonPickler.pickle(protocol, value, out);
    }
    return file;
  }
}
