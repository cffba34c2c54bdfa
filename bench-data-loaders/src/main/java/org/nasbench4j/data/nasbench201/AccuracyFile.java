package org.nasbench4j.data.nasbench201;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Counts;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.nb201.NetworkShape;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableContent.Axes;
import org.nasbench4j.table.TableContent.MeanBlock;
import org.nasbench4j.table.TableContent.SecondsBlock;
import org.nasbench4j.table.Training;

/**
 * The file of accuracies, times and sizes. Every value that it states twice is compared: the
 * published file agrees with itself exactly, so a file that does not is damaged.
 */
final class AccuracyFile {

  static final Schedule LONG = new Schedule(200);
  static final Schedule SHORT = new Schedule(12);

  /** The seed of the 12-epoch trainings, checked on two records of NATS-Bench. */
  private static final int SHORT_SEED = 111;

  /** CIFAR-10's half was trained for 12 epochs with the seeds 111 and 777; the source has means. */
  private static final int SHORT_SEEDS_OF_HALF = 2;

  /** Official means of the test split differ from those of derived seeds by up to 0.084 points. */
  private static final double DERIVED_TOLERANCE = 0.1;

  private static final double MILLION = 1e6;

  private final CsvTable table;
  private final CellRows cells;
  private final int[] seeds;
  private final List<AccuracyBlock> accuracies = new ArrayList<>();
  private final List<MeanBlock> means = new ArrayList<>();
  private final List<SecondsBlock> seconds = new ArrayList<>();
  private final SortedMap<String, double[]> columns = new TreeMap<>();
  private double largestDifference;

  AccuracyFile(CsvTable table, Nb201Space space) {
    this.table = table;
    this.cells = CellRows.read(table, space);
    requireNotations(space);
    CsvColumn column = table.column("n_seeds_200");
    this.seeds = rows().map(row -> column.whole(row, 1, SeedCounts.SEEDS.size())).toArray();
    addLongSchedule();
    addShortSchedule();
    addSeconds("c10v", Training.CIFAR10_HALF);
    addSeconds("c100", Training.CIFAR100);
    addSeconds("in16", Training.IMAGENET16_120);
    addSizes("c10", "", NetworkShape.published(10, 32));
    addSizes("c100", "-cifar100", NetworkShape.published(100, 32));
    addSizes("in16", "-imagenet16-120", NetworkShape.published(120, 16));
    CsvColumn anomaly = table.column("nats_runinfo_params_anomaly");
    columns.put(
        "nats-runinfo-params-anomaly",
        rows().mapToDouble(row -> anomaly.whole(row, 0, 1)).toArray());
    cells.requireAll(table);
  }

  List<AccuracyBlock> accuracies() {
    return accuracies;
  }

  List<MeanBlock> means() {
    return means;
  }

  List<SecondsBlock> seconds() {
    return seconds;
  }

  SortedMap<String, double[]> columns() {
    return columns;
  }

  private IntStream rows() {
    return IntStream.range(0, cells.count());
  }

  private void requireNotations(Nb201Space space) {
    CsvColumn digits = table.column("ops");
    rows()
        .filter(row -> !digits.text(row).equals(cells.cell(row).digits()))
        .findFirst()
        .ifPresent(
            row -> {
              throw digits.malformed(row, "must be " + cells.cell(row).digits());
            });
    if (table.names().contains("isomorph")) {
      requireClasses(table.column("isomorph"), space);
    }
  }

  private void requireClasses(CsvColumn isomorph, Nb201Space space) {
    rows()
        .forEach(
            row -> {
              Nb201Cell first = space.architecture(isomorph.whole(row, 0, row));
              if (!first.canonical().equals(cells.cell(row).canonical())) {
                throw isomorph.malformed(row, "is a cell of another class");
              }
            });
  }

  private void addLongSchedule() {
    SeedCounts half = measured("c10v_valid_200_s%d", Training.CIFAR10_HALF, Split.VALID, 25_000);
    half.requireSeeds(seeds);
    half.requireMean(table.column("c10v_valid_200_mean"), seeds);
    addMean("c10_test_200_mean", Training.CIFAR10_ALL, 10_000);
    addSplitTest("c100", Training.CIFAR100, 5_000, half);
    addSplitTest("in16", Training.IMAGENET16_120, 3_000, half);
  }

  // The official test images were split in halves, valid and test; the seeds of test are derived.
  private void addSplitTest(String prefix, Training training, int images, SeedCounts present) {
    SeedCounts valid = measured(prefix + "_valid_200_s%d", training, Split.VALID, images);
    SeedCounts both =
        measured(prefix + "_validtest_200_s%d", training, Split.VALID_AND_TEST, 2 * images);
    SeedCounts test = SeedCounts.read(table, prefix + "_test_200_s%d_derived", images);
    valid.requireSameSeedsAs(present);
    both.requireSameSeedsAs(present);
    test.requireSameSeedsAs(present);
    valid.requireMean(table.column(prefix + "_valid_200_mean"), seeds);
    test.requireDifference(both, valid);
    add(training, Split.TEST, Origin.DERIVED, test);
    String mean = prefix + "_test_200_mean";
    requireNear(table.column(mean), addMean(mean, training, images), test);
  }

  private SeedCounts measured(String pattern, Training training, Split split, int images) {
    SeedCounts counts = SeedCounts.read(table, pattern, images);
    add(training, split, Origin.MEASURED, counts);
    return counts;
  }

  private void add(Training training, Split split, Origin origin, SeedCounts counts) {
    Axes axes = new Axes(training, split, LONG, List.of(LONG.epochs() - 1), SeedCounts.SEEDS);
    accuracies.add(new AccuracyBlock(axes, counts.images(), origin, counts.correct()));
  }

  private MeanBlock addMean(String name, Training training, int images) {
    CsvColumn column = table.column(name);
    int[] correct = rows().map(row -> column.correct(row, images * seeds[row])).toArray();
    MeanBlock block =
        new MeanBlock(Measure.atEnd(training, Split.TEST, LONG), images, correct, seeds.clone());
    means.add(block);
    return block;
  }

  private void requireNear(CsvColumn column, MeanBlock mean, SeedCounts derived) {
    for (int row = 0; row < cells.count(); row++) {
      double difference =
          100.0
              * Math.abs(mean.correct()[row] - derived.sum(row))
              / ((double) mean.images() * seeds[row]);
      if (difference > DERIVED_TOLERANCE) {
        throw column.malformed(
            row, String.format(Locale.ROOT, "is %.3f points off its seeds", difference));
      }
      largestDifference = Math.max(largestDifference, difference);
    }
  }

  private void addShortSchedule() {
    addShort("c10_test_12", Training.CIFAR10_ALL, Split.TEST, 10_000);
    addShort("c100_test_12", Training.CIFAR100, Split.TEST, 5_000);
    addShort("c100_valid_12", Training.CIFAR100, Split.VALID, 5_000);
    addShort("in16_test_12", Training.IMAGENET16_120, Split.TEST, 3_000);
    addShort("in16_valid_12", Training.IMAGENET16_120, Split.VALID, 3_000);
    CsvColumn half = table.column("c10v_valid_12");
    int images = 25_000;
    int[] two = new int[cells.count()];
    Arrays.fill(two, SHORT_SEEDS_OF_HALF);
    means.add(
        new MeanBlock(
            Measure.atEnd(Training.CIFAR10_HALF, Split.VALID, SHORT),
            images,
            rows().map(row -> half.correct(row, images * SHORT_SEEDS_OF_HALF)).toArray(),
            two));
  }

  private void addShort(String name, Training training, Split split, int images) {
    CsvColumn column = table.column(name);
    Axes axes = new Axes(training, split, SHORT, List.of(SHORT.epochs() - 1), List.of(SHORT_SEED));
    int[] correct = rows().map(row -> column.correct(row, images)).toArray();
    accuracies.add(new AccuracyBlock(axes, images, Origin.MEASURED, correct));
  }

  // Seconds per epoch: the source has those of 200 epochs, and an epoch takes as long in both.
  private void addSeconds(String prefix, Training training) {
    CsvColumn column = table.column(prefix + "_train_time_200_s");
    double[] perEpoch = rows().mapToDouble(row -> positive(column, row) / LONG.epochs()).toArray();
    add(training, LONG, Origin.MEASURED, perEpoch);
    add(training, SHORT, Origin.DERIVED, perEpoch);
  }

  private static double positive(CsvColumn column, int row) {
    double value = column.number(row);
    if (value <= 0) {
      throw column.malformed(row, "must be positive");
    }
    return value;
  }

  private void add(Training training, Schedule schedule, Origin origin, double[] perEpoch) {
    seconds.add(
        new SecondsBlock(
            SecondsBlock.Kind.TRAINING_EPOCH,
            training,
            Split.TRAIN,
            schedule,
            List.of(),
            origin,
            perEpoch));
  }

  // The sizes of the networks must be those of the cells.
  private void addSizes(String prefix, String suffix, NetworkShape shape) {
    Nb201Counts counts = new Nb201Counts(shape);
    CsvColumn params = table.column(prefix + "_params_M");
    CsvColumn flops = table.column(prefix + "_flops_M_formula");
    columns.put(
        "params" + suffix,
        rows()
            .mapToDouble(row -> millions(params, row, counts.parameters(cells.cell(row))))
            .toArray());
    columns.put(
        "flops" + suffix,
        rows()
            .mapToDouble(row -> millions(flops, row, counts.flops(cells.cell(row))) / MILLION)
            .toArray());
  }

  private static double millions(CsvColumn column, int row, long expected) {
    if (Math.round(column.number(row) * MILLION) != expected) {
      throw column.malformed(row, "must be %d/1000000".formatted(expected));
    }
    return expected;
  }

  /**
   * What a user must know.
   *
   * @return one sentence each
   */
  List<String> notes() {
    long two = Arrays.stream(seeds).filter(count -> count < SeedCounts.SEEDS.size()).count();
    return List.of(
        "Accuracies are exact fractions: the decimals of the source were rounded to correct"
            + " answers, none was further than float noise from a whole number.",
        "%d of %d cells were trained for 200 epochs with fewer than the seeds 777, 888 and 999;"
                .formatted(two, seeds.length)
            + " absent seeds stay absent and a mean is over the seeds present.",
        String.format(
            Locale.ROOT,
            "200-epoch test accuracies of single seeds of cifar100 and imagenet16-120 are derived"
                + " (twice valid+test minus valid); the mean is the official one, up to %.3f points"
                + " off theirs; of cifar10 only the mean is known.",
            largestDifference),
        "12-epoch accuracies are of seed 111, but cifar10-half valid is a mean of two seeds.",
        "Training seconds are a constant per epoch, from the 200-epoch trainings; those of 12"
            + " epochs are derived; there is no evaluation time in this source, so costs are 2.8 to"
            + " 4 % below the published train-plus-valid costs.",
        "params counts parameters, flops counts millions of multiply-adds, both over all six edges;"
            + " in the cells of nats-runinfo-params-anomaly a published run states another number.");
  }
}
