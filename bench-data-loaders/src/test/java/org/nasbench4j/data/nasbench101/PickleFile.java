package org.nasbench4j.data.nasbench101;

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
import org.nasbench4j.data.pickle.PickleWriter.Tuple;
import org.nasbench4j.data.pickle.PythonPickler;
import org.nasbench4j.space.nb101.Nb101Module;

/** Writes files of the structure of NASLib's, with the rows of {@link Rows101}. */
final class PickleFile {
  private static final List<String> SPLITS = List.of("train", "validation", "test");

  private final Map<Object, Object> records = new LinkedHashMap<>();

  /** Adds a module with three repeats of 108 epochs, of seeds that follow each other. */
  PickleFile add(Nb101Module module, long seed) {
    Map<Object, Object> fixed = new LinkedHashMap<>();
    fixed.put("module_adjacency", adjacency(module, "i1"));
    fixed.put("module_operations", new ArrayList<>(module.operations()));
    fixed.put("trainable_parameters", (int) Rows101.parameters(module));
    List<Object> trainings = new ArrayList<>();
    for (int repeat = 0; repeat < 3; repeat++) {
      trainings.add(training(seed + repeat));
    }
    Map<Object, Object> computed = new LinkedHashMap<>();
    computed.put(108, trainings);
    records.put(module.canonical(), Tuple.of(fixed, computed));
    return this;
  }

  static PythonPickler.Array adjacency(Nb101Module module, String type) {
    String digits = module.matrixText();
    byte[] bytes = new byte[digits.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (digits.charAt(i) - '0');
    }
    return new PythonPickler.Array(List.of(module.vertices(), module.vertices()), type, bytes);
  }

  private static Map<Object, Object> training(long seed) {
    Map<Object, Object> training = new LinkedHashMap<>();
    for (int point = 1; point <= 2; point++) {
      String prefix = point == 1 ? "halfway_" : "final_";
      training.put(prefix + "training_time", (double) Rows101.seconds(seed, 108, point));
      for (int split = 0; split < SPLITS.size(); split++) {
        training.put(
            prefix + SPLITS.get(split) + "_accuracy",
            (double) (float) (Rows101.correct(seed, 108, point, split) / (double) Rows101.IMAGES));
      }
    }
    return training;
  }

  /** All records, by hash. */
  Map<Object, Object> records() {
    return records;
  }

  @SuppressWarnings("unchecked")
  private Map<Object, Object> part(Nb101Module module, int place) {
    Tuple record = (Tuple) Objects.requireNonNull(records.get(module.canonical()));
    return (Map<Object, Object>) record.items().get(place);
  }

  Map<Object, Object> fixed(Nb101Module module) {
    return part(module, 0);
  }

  Map<Object, Object> computed(Nb101Module module) {
    return part(module, 1);
  }

  @SuppressWarnings("unchecked")
  List<Object> trainings(Nb101Module module) {
    return (List<Object>) Objects.requireNonNull(computed(module).get(108));
  }

  @SuppressWarnings("unchecked")
  Map<Object, Object> first(Nb101Module module) {
    return (Map<Object, Object>) trainings(module).get(0);
  }

  Path write(Path file, int protocol) throws IOException {
    return write(file, protocol, records);
  }

  static Path write(Path file, int protocol, Object value) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      PythonPickler.pickle(protocol, value, out);
    }
    return file;
  }
}
