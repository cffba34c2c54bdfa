package org.nasbench4j.cli.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.DatasetId;
import org.nasbench4j.table.Fidelity;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.SeedChoice;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.Table;
import org.nasbench4j.table.Training;

/**
 * One data set of NASLib's dictionaries.
 *
 * @param key NASLib's name of the training
 * @param lists by name, a column for each epoch, empty where the table lacks it
 * @param costs by name, in NASLib's units
 */
record NaslibTraining(
    String key, Map<String, List<Optional<Column>>> lists, Map<String, Cost> costs) {
  private static final double MILLION = 1e6;

  /** A number and the unit that NASLib has it in. */
  record Cost(Column column, double unit) {}

  static NaslibTraining of(
      Table table, Training training, Split split, Schedule schedule, SeedChoice.Single seeds) {
    Map<String, List<Optional<Column>>> lists = new LinkedHashMap<>();
    Function<Split, Function<Integer, Query>> at =
        images ->
            epoch -> new Query(new Measure(training, images, new Fidelity(schedule, epoch)), seeds);
    put(lists, "train_losses", schedule, at.apply(Split.TRAIN).andThen(table::loss));
    put(lists, "eval_losses", schedule, at.apply(split).andThen(table::loss));
    put(lists, "train_acc1es", schedule, at.apply(Split.TRAIN).andThen(table::accuracy));
    put(lists, "eval_acc1es", schedule, at.apply(split).andThen(table::accuracy));
    return new NaslibTraining(key(training), lists, costs(table, training, schedule, seeds));
  }

  private static String key(Training training) {
    return switch (training.id()) {
      case "cifar10-half" -> "cifar10-valid";
      case "cifar10-all" -> "cifar10";
      case "imagenet16-120" -> "ImageNet16-120";
      default -> training.id();
    };
  }

  // A list that the table has no number of is left out.
  private static void put(
      Map<String, List<Optional<Column>>> lists,
      String name,
      Schedule schedule,
      Function<Integer, ? extends Column> column) {
    List<Optional<Column>> list =
        IntStream.range(0, schedule.epochs())
            .mapToObj(epoch -> WideColumns.<Column>stored(() -> column.apply(epoch)))
            .toList();
    if (list.stream().anyMatch(Optional::isPresent)) {
      lists.put(name, list);
    }
  }

  private static Map<String, Cost> costs(
      Table table, Training training, Schedule schedule, SeedChoice.Single seeds) {
    Map<String, Cost> costs = new LinkedHashMap<>();
    stored(table, "flops", training).ifPresent(column -> costs.put("flops", new Cost(column, 1)));
    stored(table, "params", training)
        .ifPresent(column -> costs.put("params", new Cost(column, MILLION)));
    stored(table, "latency", training)
        .ifPresent(column -> costs.put("latency", new Cost(column, 1)));
    Function<Fidelity, Optional<Column>> seconds =
        fidelity -> WideColumns.stored(() -> table.trainingSeconds(training, fidelity, seeds));
    seconds
        .apply(new Fidelity(schedule, 0))
        .map(column -> new Cost(column, 1))
        .or(
            () ->
                seconds
                    .apply(Fidelity.endOf(schedule))
                    .map(column -> new Cost(column, schedule.epochs())))
        .ifPresent(cost -> costs.put("train_time", cost));
    return costs;
  }

  // The column of the training or its data set. A name that says neither is of CIFAR-10 where
  // there are several data sets, and of the only one where there is one.
  private static Optional<Column> stored(Table table, String name, Training training) {
    boolean bare =
        training.dataset() == DatasetId.CIFAR10
            || table.coverage().stream()
                .allMatch(block -> block.training().dataset() == training.dataset());
    return Stream.of(
            name + "-" + training.id(), name + "-" + training.dataset().id(), bare ? name : "")
        .filter(table.columns()::contains)
        .findFirst()
        .map(table::column);
  }

  void write(JsonGenerator json, int row) throws IOException {
    json.writeObjectFieldStart(key);
    for (Map.Entry<String, List<Optional<Column>>> list : lists.entrySet()) {
      json.writeArrayFieldStart(list.getKey());
      for (Optional<Column> epoch : list.getValue()) {
        write(json, epoch, row, 1);
      }
      json.writeEndArray();
    }
    json.writeObjectFieldStart("cost_info");
    for (Map.Entry<String, Cost> cost : costs.entrySet()) {
      json.writeFieldName(cost.getKey());
      write(json, Optional.of(cost.getValue().column()), row, cost.getValue().unit());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  // JSON has no infinities and no NaN.
  private static void write(JsonGenerator json, Optional<Column> column, int row, double unit)
      throws IOException {
    if (column.isEmpty() || !column.get().has(row)) {
      json.writeNull();
      return;
    }
    double value = column.get().value(row) / unit;
    if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeNull();
    }
  }
}
