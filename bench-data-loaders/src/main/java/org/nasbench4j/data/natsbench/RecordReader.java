package org.nasbench4j.data.natsbench;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nasbench4j.data.pickle.PickleDict;
import org.nasbench4j.data.pickle.PickleList;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.data.pickle.PickleTuple;
import org.nasbench4j.data.pickle.PickleValues;
import org.nasbench4j.space.IndexedSpace;
import org.nasbench4j.table.Schedule;

/** Copies records of architectures, {schedule: {…}}, into rows of a table. */
final class RecordReader {
  private final Release release;
  private final IndexedSpace space;
  private final NatsTable table;

  RecordReader(Release release) {
    this.release = release;
    this.space = release.space().space();
    this.table = new NatsTable(space.id());
  }

  // How many records there can be.
  long architectures() {
    return space.size();
  }

  NatsTable table() {
    return table;
  }

  /** The record that is being read: where it starts, which it must be, where it goes. */
  private record Current(PickleSite site, int index, NatsTable.Row row, List<Cost> costs) {
    Fields fields(String where, Object value) {
      return Fields.of(site, "#%d, %s".formatted(index, where), value);
    }
  }

  void read(PickleSite site, long index, Object value) {
    Fields record = Fields.of(site, "the record of #" + index, value);
    if (index < 0 || index >= space.size()) {
      throw record.malformed("meta names only %d architectures".formatted(space.size()));
    }
    Current current =
        new Current(site, (int) index, table.add((int) index, record), new ArrayList<>());
    record.dict().forEach((key, state) -> readSchedule(current, key, state));
    // A row costs memory whatever it holds, so one without a training is not taken.
    if (current.costs().isEmpty()) {
      throw record.malformed("it has no training");
    }
    table.costs().put(current.row().row(), current.costs());
    table.requireFilled(record);
  }

  private void readSchedule(Current current, Object key, Object value) {
    Fields fields = current.fields("schedule " + PickleValues.describe(key), value);
    requireArchitecture(fields, current.index());
    Schedule schedule = release.schedule(key, current.site());
    SortedMap<String, SortedSet<Long>> seeds = new TreeMap<>();
    fields
        .dict("all_results")
        .forEach(
            (training, run) -> {
              RunKey runKey = runKey(fields, training);
              seeds.computeIfAbsent(runKey.dataset, absent -> new TreeSet<>()).add(runKey.seed);
              readRun(current, schedule, runKey, run);
            });
    requireSeeds(fields, seeds);
  }

  private void requireArchitecture(Fields fields, int index) {
    String expected = space.architecture(index).text();
    String found = fields.text("arch_str");
    release.requireSpaceOf(found, fields.site());
    if (fields.integer("arch_index") != index || !found.equals(expected)) {
      throw fields.malformed(
          "the record is of #%d %s, but it stands in the place of #%d %s"
              .formatted(fields.integer("arch_index"), found, index, expected));
    }
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

  private void readRun(Current current, Schedule schedule, RunKey key, Object value) {
    Fields run =
        current.fields(
            "schedule %s, %s, seed %d".formatted(schedule, key.dataset, key.seed), value);
    NatsTraining training =
        NatsTraining.of(key.dataset).orElseThrow(() -> run.malformed("the dataset is unknown"));
    int seed = (int) key.seed;
    table.requireRoomFor(seed, run);
    RunReader reader =
        new RunReader(run, new RunReader.Run(release, training, schedule, seed), current.row());
    reader.read();
    current.costs().add(reader.cost());
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
