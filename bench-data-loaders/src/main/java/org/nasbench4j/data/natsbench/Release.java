package org.nasbench4j.data.natsbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.data.pickle.PickleValues;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.UnsupportedTableException;

/** The publications, which differ in space, names and times; all else of their files is alike. */
enum Release {
  /** NATS-Bench's topology space: one time per architecture and data set. */
  NATS_TSS(
      NatsSpace.TOPOLOGY,
      "NATS-tss-v1_0-3ffb9.pickle.pbz2; its unpacked folder is the format nats-simple",
      Map.of("12", new Schedule(12), "200", new Schedule(200)),
      EpochTimes.CONSTANT,
      List.of(
          "Seconds are constants that NATS-Bench derived from one 12-epoch training of each"
              + " architecture; they are not timings of single epochs.")),

  /** NATS-Bench's size space: as the topology space, with validation and test at every epoch. */
  NATS_SSS(
      NatsSpace.SIZE,
      "NATS-sss-v1_0-50262.pickle.pbz2; its unpacked folder is the format nats-simple",
      Map.of("01", new Schedule(1), "12", new Schedule(12), "90", new Schedule(90)),
      EpochTimes.CONSTANT,
      List.of(
          "Seconds are constants that NATS-Bench took from the 1-epoch training of each architecture"
              + " and dataset, and latency was derived from its evaluations; all schedules and seeds"
              + " have the same.",
          "The source trained with one seed (777) for 1 and 90 epochs, with three for 12.")),

  /** NAS-Bench-201: times as measured where there are any. */
  NB201(
      NatsSpace.TOPOLOGY,
      "NAS-Bench-201-v1_0-e61699.pth and NAS-Bench-201-v1_1-096897.pth",
      Map.of("less", new Schedule(12), "full", new Schedule(200)),
      EpochTimes.MEASURED,
      List.of(
          "Seconds are the mean over the epochs of a training; most trainings have no times in"
              + " the source, and none are made up."));

  private static final List<String> COMMON_NOTES =
      List.of(
          "params is a count, flops is in millions as the source counts them, latency is in seconds;"
              + " params and flops without a dataset are those of cifar10.",
          "The source's ori-test is test for cifar10 and valid+test for cifar100 and"
              + " imagenet16-120.");

  private final NatsSpace space;
  private final String files;

  @SuppressWarnings("ImmutableEnumChecker") // made by Map.of
  private final Map<String, Schedule> schedules;

  private final EpochTimes times;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> quirks;

  Release(
      NatsSpace space,
      String files,
      Map<String, Schedule> schedules,
      EpochTimes times,
      List<String> quirks) {
    this.space = space;
    this.files = files;
    this.schedules = schedules;
    this.times = times;
    this.quirks = quirks;
  }

  NatsSpace space() {
    return space;
  }

  // The published files that hold all records.
  String files() {
    return files;
  }

  EpochTimes times() {
    return times;
  }

  // Fails if an architecture is of the other space; one of no space is the caller's matter.
  void requireSpaceOf(String architecture, PickleSite site) {
    NatsSpace found = NatsSpace.of(architecture).orElse(space);
    if (found != space) {
      throw new UnsupportedTableException(
          "the architecture %s of NATS-Bench's %s in %s"
              .formatted(architecture, found, site.path()),
          "here the %s: %s".formatted(space, files));
    }
  }

  Schedule schedule(Object key, PickleSite site) {
    Schedule schedule = key instanceof String name ? schedules.get(name) : null;
    if (schedule == null) {
      throw site.unsupported(
          "the schedule " + PickleValues.describe(key),
          "the schedules '%s' of the %s"
              .formatted(
                  String.join("', '", schedules.keySet().stream().sorted().toList()), space));
    }
    return schedule;
  }

  // What a table of this release says of itself, wherever it comes from.
  List<String> notes() {
    List<String> notes = new ArrayList<>(quirks);
    notes.addAll(COMMON_NOTES);
    return notes;
  }
}
