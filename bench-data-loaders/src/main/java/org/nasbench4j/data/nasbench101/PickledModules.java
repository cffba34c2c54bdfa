package org.nasbench4j.data.nasbench101;

import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.data.pickle.NamedRecords;
import org.nasbench4j.data.pickle.NumpyArray;
import org.nasbench4j.data.pickle.PickleDict;
import org.nasbench4j.data.pickle.PickleList;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.data.pickle.PickleTuple;
import org.nasbench4j.data.pickle.PickleValues;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.table.Hash128;

/**
 * The records of a pickle of NAS-Bench-101, {@code {hash: ({module_adjacency, module_operations,
 * trainable_parameters}, {epochs: [{halfway_…, final_…}, …]})}}: what the benchmark's own reader
 * keeps of a file.
 */
final class PickledModules implements NamedRecords {
  private final Modules modules;
  private final Repeats repeats;

  PickledModules(Modules modules, Repeats repeats) {
    this.modules = modules;
    this.repeats = repeats;
  }

  @Override
  public boolean isName(String text) {
    return Hash128.isOne(text);
  }

  @Override
  public void take(String name, Object record, PickleSite site) {
    try {
      read(name, record, site);
    } catch (IllegalArgumentException e) {
      throw site.malformed("the record of %s: %s".formatted(shown(name), e.getMessage()));
    }
  }

  private static String shown(String name) {
    return PickleValues.describe(name);
  }

  private void read(String name, Object record, PickleSite site) {
    if (!(record instanceof PickleTuple pair)
        || pair.size() != 2
        || !(pair.get(0) instanceof PickleDict fixed)
        || !(pair.get(1) instanceof PickleDict computed)) {
      throw new IllegalArgumentException("it must be a tuple of two dicts");
    }
    int known = modules.count();
    int number =
        modules.number(
            module(fixed),
            Hash128.parse(name),
            as(Long.class, "trainable_parameters", get(fixed, "trainable_parameters")),
            site.place());
    if (number < known) {
      throw new IllegalArgumentException("the module occurs twice");
    }
    computed.forEach((epochs, trainings) -> trainings(number, epochs, trainings));
  }

  private static Nb101Module module(PickleDict fixed) {
    NumpyArray adjacency = as(NumpyArray.class, "module_adjacency", get(fixed, "module_adjacency"));
    List<String> operations = new ArrayList<>();
    for (Object operation :
        as(PickleList.class, "module_operations", get(fixed, "module_operations")).items()) {
      operations.add(as(String.class, "an operation", operation));
    }
    int vertices = operations.size();
    if (!adjacency.shape().equals(List.of(vertices, vertices))) {
      throw new IllegalArgumentException(
          "module_adjacency is %s for %d operations".formatted(adjacency, vertices));
    }
    return Nb101Module.of(matrix(adjacency, vertices), operations);
  }

  private static int[][] matrix(NumpyArray adjacency, int vertices) {
    int[][] matrix = new int[vertices][vertices];
    List<Object> items = adjacency.items();
    for (int i = 0; i < items.size(); i++) {
      // Any other number becomes an entry that the module refuses.
      matrix[i / vertices][i % vertices] =
          items.get(i) instanceof Long entry && (entry == 0 || entry == 1) ? entry.intValue() : -1;
    }
    return matrix;
  }

  private void trainings(int number, Object epochs, Object value) {
    int schedule =
        epochs instanceof Long length && length == length.intValue()
            ? Budgets.indexOf(length.intValue())
            : -1;
    if (schedule < 0) {
      throw new IllegalArgumentException(
          "it has trainings of %s epochs; the benchmark has 4, 12, 36 and 108"
              .formatted(PickleValues.describe(epochs)));
    }
    List<Object> trainings = as(PickleList.class, "the trainings", value).items();
    if (trainings.isEmpty()) {
      throw new IllegalArgumentException("it has no trainings of %s epochs".formatted(epochs));
    }
    for (Object training : trainings) {
      PickleDict metrics = as(PickleDict.class, "a training", training);
      repeats.add(number, schedule, List.of(point(metrics, "halfway_"), point(metrics, "final_")));
    }
  }

  /** A point of a training, read. */
  private record Point(
      double seconds, double trainAccuracy, double validAccuracy, double testAccuracy)
      implements Measured {}

  private static Point point(PickleDict metrics, String prefix) {
    return new Point(
        number(metrics, prefix + "training_time"),
        number(metrics, prefix + "train_accuracy"),
        number(metrics, prefix + "validation_accuracy"),
        number(metrics, prefix + "test_accuracy"));
  }

  private static double number(PickleDict dict, String key) {
    return as(Double.class, key, get(dict, key));
  }

  private static Object get(PickleDict dict, String key) {
    return dict.get(key)
        .orElseThrow(() -> new IllegalArgumentException("%s is missing".formatted(key)));
  }

  private static <T> T as(Class<T> type, String what, Object value) {
    if (type.isInstance(value)) {
      return type.cast(value);
    }
    throw new IllegalArgumentException(
        "%s must not be %s".formatted(what, PickleValues.describe(value)));
  }
}
