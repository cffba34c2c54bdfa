package org.nasbench4j.data.natsbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.nasbench4j.data.pickle.PickleWriter.Tuple;
import org.nasbench4j.space.size.SizeCounts;
import org.nasbench4j.space.size.SizeSpace;
import org.nasbench4j.table.Split;

/**
 * Records of NATS-Bench's size space with invented numbers, laid out as the published ones are:
 * schedules of 1 and 90 epochs with one seed and of 12 epochs with three, all four trainings, every
 * set at every epoch.
 */
final class SizeFixture {
  static final SizeSpace SPACE = new SizeSpace();

  private static final List<Integer> ONE_SEED = List.of(777);
  private static final List<Integer> THREE_SEEDS = List.of(777, 888, 999);

  private SizeFixture() {}

  /** The accuracies are whole numbers of images: count = 2 × seed + epoch + index mod 100. */
  static int count(int index, int seed, int epoch) {
    return 2 * seed + epoch + index % 100;
  }

  static void writeMeta(Path folder) throws IOException {
    NatsFixture.writeMeta(
        folder,
        IntStream.range(0, (int) SPACE.size())
            .<Object>mapToObj(index -> SPACE.architecture(index).text())
            .toList());
  }

  static Map<Object, Object> record(int index) {
    Map<Object, Object> record = new LinkedHashMap<>();
    record.put("01", state(index, 1, ONE_SEED));
    record.put("12", state(index, 12, THREE_SEEDS));
    record.put("90", state(index, 90, ONE_SEED));
    return record;
  }

  private static Map<Object, Object> state(int index, int epochs, List<Integer> seeds) {
    Map<Object, Object> results = new LinkedHashMap<>();
    Map<Object, Object> announced = new TreeMap<>();
    for (NatsTraining training : NatsTraining.values()) {
      announced.put(training.key(), seeds);
      for (int seed : seeds) {
        results.put(Tuple.of(training.key(), seed), run(index, epochs, training, seed));
      }
    }
    Map<Object, Object> state = new LinkedHashMap<>();
    state.put("arch_index", index);
    state.put("arch_str", SPACE.architecture(index).text());
    state.put("all_results", results);
    state.put("dataset_seed", announced);
    return state;
  }

  private static Map<Object, Object> run(int index, int epochs, NatsTraining training, int seed) {
    String architecture = SPACE.architecture(index).text();
    int classes = training.training().dataset().classes();
    SizeCounts counts = new SizeCounts(classes, training == NatsTraining.IMAGENET16_120 ? 16 : 32);
    Map<Object, Object> config = new LinkedHashMap<>();
    config.put("name", "infer.shape.tiny");
    config.put("channels", architecture);
    config.put("arch_str", architecture);
    config.put("class_num", classes);
    Map<Object, Object> run = new LinkedHashMap<>();
    run.put("name", training.key());
    run.put("arch_config", config);
    run.put("params", counts.parameters(SPACE.architecture(index)) / 1e6);
    run.put("flop", counts.flops(SPACE.architecture(index)) / 1e6);
    run.put("seed", "%04d".formatted(seed));
    run.put("epochs", epochs);
    run.put("latency", List.of(0.0125));
    addCurves(run, index, epochs, training, seed);
    return run;
  }

  private static void addCurves(
      Map<Object, Object> run, int index, int epochs, NatsTraining training, int seed) {
    for (String phase : List.of("train", "eval")) {
      for (String quantity : List.of("acc1es", "losses", "times")) {
        run.put(phase + "_" + quantity, new LinkedHashMap<>());
      }
    }
    for (int epoch = 0; epoch < epochs; epoch++) {
      add(run, "train", epoch, count(index, seed, epoch) * 100.0 / training.images(Split.TRAIN));
      for (String set : List.of("x-valid", "x-test", "ori-test")) {
        Object key = set + "@" + epoch;
        int count = count(index, seed, epoch);
        training
            .split(set)
            .ifPresent(split -> add(run, "eval", key, count * 100.0 / training.images(split)));
      }
    }
  }

  private static void add(Map<Object, Object> run, String phase, Object key, double percent) {
    NatsFixture.map(run, phase + "_acc1es").put(key, percent);
    NatsFixture.map(run, phase + "_losses").put(key, percent / 10);
    NatsFixture.map(run, phase + "_times").put(key, phase.equals("train") ? 3.5 : 0.5);
  }
}
