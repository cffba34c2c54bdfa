package org.nasbench4j.data.natsbench;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nasbench4j.data.pickle.PickleList;
import org.nasbench4j.data.pickle.PickleValues;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;

/** Copies one training of one architecture into the blocks of a table, checking every value. */
final class RunReader {
  /**
   * How far an accuracy may be from a whole number of images. In the published records the farthest
   * is 0.000008 images off.
   */
  private static final double COUNT_TOLERANCE = 0.02;

  private static final double TIME_TOLERANCE = 1e-6;
  private static final double MILLION = 1e6;
  private static final Pattern SET_AND_EPOCH = Pattern.compile("([^@]+)@([0-9]{1,6})");

  private final Fields run;
  private final NatsTraining training;
  private final Schedule schedule;
  private final int seed;
  private final NatsTable table;
  private final int row;

  RunReader(Fields run, NatsTraining training, Schedule schedule, int seed, NatsTable.Row target) {
    this.run = run;
    this.training = training;
    this.schedule = schedule;
    this.seed = seed;
    this.table = target.table();
    this.row = target.row();
  }

  /** Where one value belongs. */
  private record Place(Split split, int epoch) {}

  /** Takes one value of a dict. */
  @FunctionalInterface
  private interface Taker {
    void take(Place place, double value, String name);
  }

  void read() {
    requireConsistency();
    visit("train_acc1es", this::takeAccuracy);
    visit("eval_acc1es", this::takeAccuracy);
    visit("train_losses", this::takeLoss);
    visit("eval_losses", this::takeLoss);
    takeTimes("train_times");
    takeTimes("eval_times");
  }

  private void requireConsistency() {
    if (!run.text("name").equals(training.key())) {
      throw run.malformed("the record is named %s".formatted(run.text("name")));
    }
    if (!run.text("seed").equals("%04d".formatted(seed))) {
      throw run.malformed("the record names the seed %s".formatted(run.text("seed")));
    }
    if (run.integer("epochs") != schedule.epochs()) {
      throw run.malformed("the record names %d epochs".formatted(run.integer("epochs")));
    }
  }

  private void visit(String key, Taker taker) {
    run.dict(key)
        .forEach(
            (place, value) -> {
              String name = "%s of epoch %s".formatted(key, place);
              if (!(value instanceof Double number)) {
                throw run.malformed(
                    "%s must be a float, not %s".formatted(name, PickleValues.describe(value)));
              }
              taker.take(place(key, place), number, name);
            });
  }

  // Training epochs are ints, evaluations are strings such as x-valid@11.
  private Place place(String key, Object place) {
    if (place instanceof Long epoch) {
      return new Place(Split.TRAIN, epoch(key, epoch));
    }
    if (place instanceof String text) {
      Matcher matcher = SET_AND_EPOCH.matcher(text);
      if (matcher.matches()) {
        return new Place(
            split(key, matcher.group(1)), epoch(key, Long.parseLong(matcher.group(2))));
      }
    }
    throw run.malformed(
        "%s has %s as a key, which is neither an epoch nor set@epoch"
            .formatted(key, PickleValues.describe(place)));
  }

  private int epoch(String key, long epoch) {
    if (epoch < 0 || epoch >= schedule.epochs()) {
      throw run.malformed(
          "%s has the epoch %d outside 0..%d".formatted(key, epoch, schedule.epochs() - 1));
    }
    return (int) epoch;
  }

  private Split split(String key, String set) {
    return training
        .split(set)
        .orElseThrow(() -> run.malformed("%s has the unknown set %s".formatted(key, set)));
  }

  private void takeAccuracy(Place place, double percent, String name) {
    int images = training.images(place.split);
    double exact = percent * images / 100;
    double count = Math.rint(exact);
    if (!(Math.abs(exact - count) <= COUNT_TOLERANCE) || count < 0 || count > images) {
      throw run.malformed(
          "%s is %s %%, which is %s of %d images; a whole number is needed"
              .formatted(name, percent, exact, images));
    }
    block(place.split).correct(row, seed, place.epoch, (int) count);
  }

  private void takeLoss(Place place, double loss, String name) {
    if (loss < 0) {
      throw run.malformed("%s is %s; a loss cannot be negative".formatted(name, loss));
    }
    if (Double.isNaN(loss)) {
      table.countNanLoss();
    }
    block(place.split).loss(row, seed, place.epoch, (float) loss);
  }

  private void takeTimes(String key) {
    Map<Split, Double> constants = new HashMap<>();
    visit(
        key,
        (place, seconds, name) -> {
          double first = constants.computeIfAbsent(place.split, absent -> seconds);
          requireConstant(first, seconds, name);
        });
    constants.forEach((split, seconds) -> block(split).seconds(row, seed, seconds));
  }

  private void requireConstant(double first, double seconds, String name) {
    if (!(seconds > 0) || Double.isInfinite(seconds)) {
      throw run.malformed("%s is %s; seconds must be positive".formatted(name, seconds));
    }
    if (!(Math.abs(seconds - first) <= TIME_TOLERANCE * first)) {
      throw run.malformed(
          "%s is %s s, but another epoch took %s s; NATS-Bench gives one time for all epochs"
              .formatted(name, seconds, first));
    }
  }

  private BlockBuilder block(Split split) {
    return table.block(new BlockKey(training, schedule, split));
  }

  // The size and speed of the network.
  Cost cost() {
    return new Cost(
        training,
        schedule,
        seed,
        Math.rint(run.number("params") * MILLION),
        run.number("flop"),
        latency());
  }

  // The mean of the positive values, as in the official reader.
  private double latency() {
    return run.as(PickleList.class, "latency", "a list").items().stream()
        .filter(value -> value instanceof Double seconds && seconds > 0)
        .mapToDouble(value -> (Double) value)
        .average()
        .orElse(Double.NaN);
  }
}
