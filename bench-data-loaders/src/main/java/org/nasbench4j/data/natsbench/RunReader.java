package org.nasbench4j.data.natsbench;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.nasbench4j.data.number.AnswerShare;
import org.nasbench4j.data.pickle.PickleList;
import org.nasbench4j.data.pickle.PickleValues;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;

/** Copies one training of one architecture into the blocks of a table, checking every value. */
final class RunReader {

  private static final double TIME_TOLERANCE = 1e-6;
  private static final double MILLION = 1e6;

  private final Fields run;
  private final Release release;
  private final NatsTraining training;
  private final Schedule schedule;
  private final int seed;
  private final NatsTable table;
  private final int row;
  private final Map<Split, BlockBuilder> blocks = new EnumMap<>(Split.class);

  /** Which training it is. */
  record Run(Release release, NatsTraining training, Schedule schedule, int seed) {}

  RunReader(Fields run, Run which, NatsTable.Row target) {
    this.run = run;
    this.release = which.release;
    this.training = which.training;
    this.schedule = which.schedule;
    this.seed = which.seed;
    this.table = target.table();
    this.row = target.row();
  }

  /** A dict of the run and one of its keys: where a value stands and where it belongs. */
  private record Place(String dict, Object key, Split split, int epoch) {
    @Override
    public String toString() {
      return "%s of epoch %s".formatted(dict, key);
    }
  }

  /** Says where the value of a key belongs. */
  @FunctionalInterface
  private interface Placing {
    Place place(String dict, Object key);
  }

  /** Takes one value of a dict. */
  @FunctionalInterface
  private interface Taker {
    void take(Place place, double value);
  }

  void read() {
    requireConsistency();
    visit("train_acc1es", this::trainingEpoch, this::takeAccuracy);
    visit("eval_acc1es", this::evaluation, this::takeAccuracy);
    visit("train_losses", this::trainingEpoch, this::takeLoss);
    visit("eval_losses", this::evaluation, this::takeLoss);
    takeTimes("train_times", this::trainingEpoch);
    takeTimes("eval_times", this::evaluation);
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

  private void visit(String dict, Placing placing, Taker taker) {
    run.dict(dict)
        .forEach(
            (key, value) -> {
              Place place = placing.place(dict, key);
              if (!(value instanceof Double number)) {
                throw run.malformed(
                    "%s must be a float, not %s".formatted(place, PickleValues.describe(value)));
              }
              taker.take(place, number);
            });
  }

  private Place trainingEpoch(String dict, Object key) {
    if (key instanceof Long epoch) {
      return new Place(dict, key, Split.TRAIN, epoch(dict, epoch));
    }
    throw badKey(dict, key, "an epoch such as 11");
  }

  private Place evaluation(String dict, Object key) {
    Optional<EvaluationKey> evaluation =
        key instanceof String text ? table.evaluationKey(text) : Optional.empty();
    if (evaluation.isPresent()) {
      int epoch = epoch(dict, evaluation.get().epoch());
      return new Place(dict, key, split(dict, evaluation.get().set()), epoch);
    }
    throw badKey(dict, key, "a set and epoch such as 'x-valid@11'");
  }

  private MalformedTableException badKey(String dict, Object key, String expected) {
    return run.malformed(
        "%s has %s as a key; it must be %s".formatted(dict, PickleValues.describe(key), expected));
  }

  private int epoch(String dict, long epoch) {
    if (epoch < 0 || epoch >= schedule.epochs()) {
      throw run.malformed(
          "%s has the epoch %d outside 0..%d".formatted(dict, epoch, schedule.epochs() - 1));
    }
    return (int) epoch;
  }

  private Split split(String dict, String set) {
    return training
        .split(set)
        .orElseThrow(() -> run.malformed("%s has the unknown set %s".formatted(dict, set)));
  }

  private void takeAccuracy(Place place, double percent) {
    AnswerShare share = AnswerShare.ofPercent(percent, training.images(place.split));
    int correct =
        share
            .correct()
            .orElseThrow(
                () ->
                    run.malformed(
                        "%s is %s %%, which is %s of %d images; a whole number is needed"
                            .formatted(place, percent, share.exact(), share.answers())));
    block(place.split).correct(row, seed, place.epoch, correct);
  }

  private void takeLoss(Place place, double loss) {
    if (loss < 0) {
      throw run.malformed("%s is %s; a loss cannot be negative".formatted(place, loss));
    }
    if (Double.isNaN(loss)) {
      table.countNanLoss();
    }
    block(place.split).loss(row, seed, place.epoch, (float) loss);
  }

  private void takeTimes(String dict, Placing placing) {
    if (release.times().mayBeAbsent() && run.isNone(dict)) {
      return;
    }
    Map<Split, EpochSeconds> times = new EnumMap<>(Split.class);
    visit(
        dict,
        placing,
        (place, seconds) -> {
          requirePositive(seconds, place);
          EpochSeconds known =
              times.computeIfAbsent(place.split, absent -> new EpochSeconds(seconds));
          known.add(seconds);
          if (release.times() == EpochTimes.CONSTANT) {
            requireConstant(known.first(), seconds, place);
          }
        });
    times.forEach(
        (split, known) -> block(split).seconds(row, seed, release.times().seconds(known)));
  }

  private void requirePositive(double seconds, Place place) {
    if (!(seconds > 0) || Double.isInfinite(seconds)) {
      throw run.malformed("%s is %s; seconds must be positive".formatted(place, seconds));
    }
  }

  private void requireConstant(double first, double seconds, Place place) {
    if (!(Math.abs(seconds - first) <= TIME_TOLERANCE * first)) {
      throw run.malformed(
          "%s is %s s, but another epoch took %s s; NATS-Bench gives one time for all epochs"
              .formatted(place, seconds, first));
    }
  }

  private BlockBuilder block(Split split) {
    return blocks.computeIfAbsent(
        split, absent -> table.block(new BlockKey(training, schedule, absent)));
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
    if (release.times().mayBeAbsent() && run.isNone("latency")) {
      return Double.NaN;
    }
    return run.as(PickleList.class, "latency", "a list").items().stream()
        .filter(value -> value instanceof Double seconds && seconds > 0)
        .mapToDouble(value -> (Double) value)
        .average()
        .orElse(Double.NaN);
  }
}
