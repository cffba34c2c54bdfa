package org.nasbench4j.data.natsbench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.nasbench4j.data.pickle.PickleWriter;
import org.nasbench4j.data.pickle.PickleWriter.Tuple;
import org.nasbench4j.space.nb201.Nb201Space;

/**
 * A NATS-Bench folder with invented numbers: a 12-epoch schedule with two seeds of cifar10-valid
 * and one of cifar100, and a 200-epoch schedule of cifar100 whose validation exists at the end
 * only.
 */
final class NatsFixture {
  private static final Nb201Space SPACE = new Nb201Space();

  private static final byte[] META =
      meta(
          IntStream.range(0, (int) SPACE.size())
              .<Object>mapToObj(index -> SPACE.architecture(index).text())
              .toList());

  private NatsFixture() {}

  /** The accuracies are whole numbers of images: count = 2 × seed + epoch + index. */
  static int count(int index, int seed, int epoch) {
    return 2 * seed + epoch + index;
  }

  static void writeMeta(Path folder) throws IOException {
    Files.write(folder.resolve("meta.pickle.pbz2"), META);
  }

  static void writeMeta(Path folder, List<Object> architectures) throws IOException {
    Files.write(folder.resolve("meta.pickle.pbz2"), meta(architectures));
  }

  private static byte[] meta(List<Object> architectures) {
    Map<Object, Object> meta = new LinkedHashMap<>();
    meta.put("meta_archs", architectures);
    meta.put("total_archs", architectures.size());
    return bzip2(PickleWriter.pickle(meta));
  }

  static void write(Path file, Object value) throws IOException {
    Files.write(file, bzip2(PickleWriter.pickle(value)));
  }

  static byte[] bzip2(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = new BZip2CompressorOutputStream(compressed, 1)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  static Map<Object, Object> record(int index) {
    Map<Object, Object> record = new LinkedHashMap<>();
    record.put(
        "12",
        state(
            index,
            Map.of("cifar10-valid", List.of(111, 777), "cifar100", List.of(111)),
            List.of(
                run(index, 12, "cifar10-valid", 777),
                run(index, 12, "cifar10-valid", 111),
                run(index, 12, "cifar100", 111))));
    record.put(
        "200",
        state(index, Map.of("cifar100", List.of(777)), List.of(run(index, 200, "cifar100", 777))));
    return record;
  }

  private record Run(Tuple key, Map<Object, Object> values) {}

  private static Map<Object, Object> state(int index, Map<?, ?> seeds, List<Run> runs) {
    Map<Object, Object> results = new LinkedHashMap<>();
    runs.forEach(run -> results.put(run.key, run.values));
    Map<Object, Object> state = new LinkedHashMap<>();
    state.put("arch_index", index);
    state.put("arch_str", SPACE.architecture(index).text());
    state.put("all_results", results);
    state.put("dataset_seed", new LinkedHashMap<>(seeds));
    return state;
  }

  private static Run run(int index, int epochs, String dataset, int seed) {
    Map<Object, Object> values = new LinkedHashMap<>();
    values.put("name", dataset);
    values.put("seed", "%04d".formatted(seed));
    values.put("epochs", epochs);
    values.put("params", 0.129306);
    values.put("flop", 15.64737);
    values.put("latency", List.of(0.01, -1.0, 0.03));
    for (String key :
        List.of(
            "train_acc1es",
            "train_losses",
            "train_times",
            "eval_acc1es",
            "eval_losses",
            "eval_times")) {
      values.put(key, new LinkedHashMap<>());
    }
    boolean cifar10 = dataset.equals("cifar10-valid");
    for (int epoch = 0; epoch < epochs; epoch++) {
      int count = count(index, seed, epoch);
      add(values, "train", epoch, count * 100.0 / (cifar10 ? 25_000 : 50_000));
      add(values, "eval", "ori-test@" + epoch, count * 100.0 / 10_000);
    }
    add(
        values,
        "eval",
        "x-valid@" + (epochs - 1),
        count(index, seed, 5) * 100.0 / (cifar10 ? 25_000 : 5_000));
    return new Run(Tuple.of(dataset, seed), values);
  }

  private static void add(Map<Object, Object> run, String phase, Object key, double percent) {
    map(run, phase + "_acc1es").put(key, percent);
    map(run, phase + "_losses").put(key, percent / 10);
    map(run, phase + "_times").put(key, phase.equals("train") ? 7.25 : 1.5);
  }

  /** A dict inside a dict, to be tampered with. */
  @SuppressWarnings("unchecked")
  static Map<Object, Object> map(Map<Object, Object> map, Object... keys) {
    Map<Object, Object> inner = map;
    for (Object key : keys) {
      inner = (Map<Object, Object>) Objects.requireNonNull(inner.get(key));
    }
    return inner;
  }

  static Map<Object, Object> runOf(
      Map<Object, Object> record, String schedule, String dataset, int seed) {
    return map(record, schedule, "all_results", Tuple.of(dataset, seed));
  }
}
