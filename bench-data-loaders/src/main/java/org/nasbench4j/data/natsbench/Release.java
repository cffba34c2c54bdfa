package org.nasbench4j.data.natsbench;

import java.util.List;
import java.util.Map;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.data.pickle.PickleValues;
import org.nasbench4j.table.Schedule;

/** The two publications of the topology space, which differ in names and times. */
enum Release {
  /** NATS-Bench: schedules '12' and '200', one time per architecture and data set. */
  NATS(
      "NATS-tss-v1_0-3ffb9.pickle.pbz2; its unpacked folder is the format nats-simple",
      Map.of("12", new Schedule(12), "200", new Schedule(200))) {
    @Override
    boolean mayLackTimes() {
      return false;
    }

    @Override
    boolean hasConstantTimes() {
      return true;
    }

    @Override
    double seconds(EpochSeconds epochs) {
      return epochs.first();
    }

    @Override
    String aboutSeconds() {
      return "Seconds are constants that NATS-Bench derived from one 12-epoch training of each"
          + " architecture; they are not timings of single epochs.";
    }
  },

  /** NAS-Bench-201: schedules 'less' and 'full', times as measured where there are any. */
  NB201(
      "NAS-Bench-201-v1_0-e61699.pth and NAS-Bench-201-v1_1-096897.pth",
      Map.of("less", new Schedule(12), "full", new Schedule(200))) {
    @Override
    boolean mayLackTimes() {
      return true;
    }

    @Override
    boolean hasConstantTimes() {
      return false;
    }

    @Override
    double seconds(EpochSeconds epochs) {
      return epochs.mean();
    }

    @Override
    String aboutSeconds() {
      return "Seconds are the mean over the epochs of a training; most trainings have no times in"
          + " the source, and none are made up.";
    }
  };

  private final String files;

  @SuppressWarnings("ImmutableEnumChecker") // made by Map.of
  private final Map<String, Schedule> schedules;

  Release(String files, Map<String, Schedule> schedules) {
    this.files = files;
    this.schedules = schedules;
  }

  // The published files that hold all records.
  String files() {
    return files;
  }

  // Whether times and latency may be None.
  abstract boolean mayLackTimes();

  abstract boolean hasConstantTimes();

  // What a table says of a training's epochs.
  abstract double seconds(EpochSeconds epochs);

  abstract String aboutSeconds();

  Schedule schedule(Object key, PickleSite site) {
    Schedule schedule = key instanceof String name ? schedules.get(name) : null;
    if (schedule == null) {
      throw site.unsupported(
          "the schedule " + PickleValues.describe(key),
          "the topology space's schedules '%s'"
              .formatted(String.join("' and '", schedules.keySet().stream().sorted().toList())));
    }
    return schedule;
  }

  // What a table of this release says of itself, wherever it comes from.
  List<String> notes() {
    return List.of(
        aboutSeconds(),
        "params is a count, flops is in millions as the source counts them, latency is in seconds;"
            + " params and flops without a dataset are those of cifar10.",
        "The source's ori-test is test for cifar10 and valid+test for cifar100 and"
            + " imagenet16-120.");
  }
}
