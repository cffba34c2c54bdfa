package org.nasbench4j.data.natsbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nasbench4j.data.pickle.PickleDict;
import org.nasbench4j.data.pickle.PickleList;
import org.nasbench4j.data.pickle.PickleTuple;
import org.nasbench4j.data.pickle.PickleValues;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.UnsupportedTableException;

/** Copies the record of one architecture, {schedule: {…}}, into a row of a table. */
final class RecordReader {
  private final Path path;
  private final int index;
  private final NatsMeta meta;
  private final NatsTable.Row target;
  private final List<Cost> costs = new ArrayList<>();

  RecordReader(Path path, int index, NatsMeta meta, NatsTable.Row target) {
    this.path = path;
    this.index = index;
    this.meta = meta;
    this.target = target;
  }

  void read(Object value) {
    Fields record = Fields.of(path, "the record", value);
    if (index >= meta.architectures().size()) {
      throw record.malformed(
          "meta names only %d architectures".formatted(meta.architectures().size()));
    }
    record.dict().forEach(this::readSchedule);
    target.table().costs().put(target.row(), costs);
  }

  private void readSchedule(Object key, Object value) {
    Fields fields = Fields.of(path, "schedule " + PickleValues.describe(key), value);
    requireArchitecture(fields);
    Schedule schedule = schedule(key);
    SortedMap<String, SortedSet<Long>> seeds = new TreeMap<>();
    fields
        .dict("all_results")
        .forEach(
            (training, run) -> {
              RunKey runKey = runKey(fields, training);
              seeds.computeIfAbsent(runKey.dataset, absent -> new TreeSet<>()).add(runKey.seed);
              readRun(schedule, runKey, run);
            });
    requireSeeds(fields, seeds);
  }

  private void requireArchitecture(Fields fields) {
    String expected = meta.architectures().get(index);
    String found = NatsMeta.requireTopology(fields.text("arch_str"), path);
    if (fields.integer("arch_index") != index || !found.equals(expected)) {
      throw fields.malformed(
          "the record is of #%d %s, but the file's name and meta say #%d %s"
              .formatted(fields.integer("arch_index"), found, index, expected));
    }
  }

  private Schedule schedule(Object key) {
    if (key.equals("12") || key.equals("200")) {
      return Schedule.parse((String) key);
    }
    throw new UnsupportedTableException(
        "the schedule %s in %s".formatted(PickleValues.describe(key), path),
        "the topology space's schedules '12' and '200'");
  }

  private record RunKey(String dataset, long seed) {}

  private static RunKey runKey(Fields fields, Object key) {
    if (key instanceof PickleTuple tuple
        && tuple.size() == 2
        && tuple.get(0) instanceof String dataset
        && tuple.get(1) instanceof Long seed
        && seed >= 0
        && seed <= 9999) {
      return new RunKey(dataset, seed);
    }
    throw fields.malformed("all_results has a key that is not (dataset, seed)");
  }

  private void readRun(Schedule schedule, RunKey key, Object value) {
    Fields run =
        Fields.of(
            path, "schedule %s, %s, seed %d".formatted(schedule, key.dataset, key.seed), value);
    NatsTraining training =
        NatsTraining.of(key.dataset).orElseThrow(() -> run.malformed("the dataset is unknown"));
    int seed = (int) key.seed;
    target.table().requireRoomFor(seed, run);
    RunReader reader = new RunReader(run, training, schedule, seed, target);
    reader.read();
    costs.add(reader.cost());
  }

  private static void requireSeeds(Fields fields, SortedMap<String, SortedSet<Long>> found) {
    PickleDict announced = fields.dict("dataset_seed");
    SortedMap<String, SortedSet<Long>> expected = new TreeMap<>();
    announced.forEach((dataset, seeds) -> expected.put(dataset.toString(), seeds(fields, seeds)));
    if (!found.equals(expected)) {
      throw fields.malformed(
          "dataset_seed says %s, but the results are %s".formatted(expected, found));
    }
  }

  private static SortedSet<Long> seeds(Fields fields, Object value) {
    SortedSet<Long> seeds = new TreeSet<>();
    if (value instanceof PickleList list) {
      for (Object seed : list.items()) {
        if (seed instanceof Long number) {
          seeds.add(number);
        }
      }
      return seeds;
    }
    throw fields.malformed("dataset_seed must hold lists of seeds");
  }
}
