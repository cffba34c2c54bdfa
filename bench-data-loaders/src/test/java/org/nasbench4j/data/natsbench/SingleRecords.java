package org.nasbench4j.data.natsbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.data.pickle.PickleDict;
import org.nasbench4j.data.pickle.PickleList;
import org.nasbench4j.data.pickle.PickleNone;
import org.nasbench4j.data.pickle.PickleReader;
import org.nasbench4j.data.pickle.PickleTuple;
import org.nasbench4j.data.pickle.PickleWriter.Tuple;
import org.nasbench4j.space.IndexedSpace;
import org.nasbench4j.space.nb201.Nb201Space;

/** Records for {@link SingleFile}: invented ones, and copies of the two genuine ones. */
final class SingleRecords {
  private static final List<String> TIMES = List.of("train_times", "eval_times");

  private SingleRecords() {}

  /**
   * The published records 0 and 11 of the topology space by turns, under the names of all
   * architectures.
   *
   * @param folder of the published records
   */
  static IntFunction<Map<Object, Object>> genuine(Path folder) {
    return genuine(new Nb201Space(), folder);
  }

  /** The published records 0 and 11 of a space in the same way. */
  static IntFunction<Map<Object, Object>> genuine(IndexedSpace space, Path folder) {
    List<Path> files =
        List.of(folder.resolve("000000.pickle.pbz2"), folder.resolve("000011.pickle.pbz2"));
    List<Object> records = files.stream().map(file -> value(file)).toList();
    return index ->
        renamed(
            copy((PickleDict) records.get(index == 11 ? 1 : index % 2)),
            index,
            space.architecture(index).text());
  }

  private static Object value(Path file) {
    try {
      return Bzip2Pickle.read(file, PickleReader.withDefaults()).value();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Object, Object> renamed(
      Map<Object, Object> record, int index, String architecture) {
    for (Object state : record.values()) {
      Map<Object, Object> map = map(state);
      map.put("arch_index", index);
      map.put("arch_str", architecture);
    }
    return record;
  }

  private static Map<Object, Object> copy(PickleDict dict) {
    Map<Object, Object> map = new LinkedHashMap<>();
    dict.forEach((key, value) -> map.put(plain(key), plain(value)));
    return map;
  }

  private static Object plain(Object value) {
    if (value instanceof PickleDict dict) {
      return copy(dict);
    }
    if (value instanceof PickleList list) {
      List<Object> items = new ArrayList<>();
      list.items().forEach(item -> items.add(plain(item)));
      return items;
    }
    return value instanceof PickleTuple tuple ? new Tuple(tuple.items()) : value;
  }

  /**
   * The same records as NAS-Bench-201 writes them: schedules 'less' and 'full'; only the short
   * trainings of cifar10-valid have times.
   */
  static IntFunction<Map<Object, Object>> asNb201(IntFunction<Map<Object, Object>> records) {
    return index -> {
      Map<Object, Object> record = records.apply(index);
      Map<Object, Object> renamed = new LinkedHashMap<>();
      renamed.put("full", withoutTimes(record.get("200"), "no run"));
      renamed.put("less", withoutTimes(record.get("12"), "cifar10-valid"));
      return renamed;
    };
  }

  private static Map<Object, Object> withoutTimes(@Nullable Object record, String timed) {
    Map<Object, Object> state = map(record);
    map(state.get("all_results")).values().stream()
        .map(SingleRecords::map)
        .filter(run -> !timed.equals(run.get("name")))
        .forEach(
            run -> {
              run.put(TIMES.get(0), PickleNone.NONE);
              run.put(TIMES.get(1), new LinkedHashMap<>());
              run.put("latency", PickleNone.NONE);
            });
    return state;
  }

  @SuppressWarnings("unchecked")
  private static Map<Object, Object> map(@Nullable Object value) {
    return (Map<Object, Object>) Objects.requireNonNull(value);
  }
}
