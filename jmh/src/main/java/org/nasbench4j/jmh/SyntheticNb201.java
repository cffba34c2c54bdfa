package org.nasbench4j.jmh;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableContent.Axes;
import org.nasbench4j.table.TableContent.MeanBlock;
import org.nasbench4j.table.TableContent.SecondsBlock;
import org.nasbench4j.table.Training;

/**
 * Makes a table of the size and shape of NAS-Bench-201 whose numbers mean nothing: 15,625 cells,
 * three data sets, the 12- and the 200-epoch schedule, two or three seeds per cell, and training
 * times in the published range. Equal seeds give equal tables.
 */
final class SyntheticNb201 {

  static final int CELLS = 15_625;

  static final List<Integer> SEEDS = List.of(777, 888, 999);

  private static final Schedule SHORT = new Schedule(12);
  private static final Schedule LONG = new Schedule(200);

  /** The share of the cells that were trained with the third seed: 8,169 of 15,625. */
  private static final double THIRD_SEED = 0.523;

  private final RandomGenerator random;
  private final double[] quality;
  private final int[] seedCounts;

  private SyntheticNb201(RandomGenerator random) {
    this.random = random;
    this.quality = random.doubles(CELLS).map(Math::sqrt).toArray();
    this.seedCounts = random.doubles(CELLS).mapToInt(u -> u < THIRD_SEED ? 3 : 2).toArray();
  }

  static TableContent content(long seed) {
    return new SyntheticNb201(RandomGeneratorFactory.of("L64X128MixRandom").create(seed)).content();
  }

  /**
   * A data set as the benchmark trained it.
   *
   * @param searched the training that has a validation accuracy
   * @param reported the training whose test accuracy is published
   * @param validImages the images of the validation split
   * @param testImages the images of the test split
   * @param best the highest accuracy, as a fraction
   * @param epochSeconds the mean time of an epoch of training
   */
  private record Data(
      Training searched,
      Training reported,
      int validImages,
      int testImages,
      double best,
      double epochSeconds) {}

  /** Sizes are the benchmark's; accuracies and times are the published ones, rounded. */
  private static final List<Data> DATA =
      List.of(
          new Data(Training.CIFAR10_HALF, Training.CIFAR10_ALL, 25_000, 10_000, 0.92, 9.1),
          new Data(Training.CIFAR100, Training.CIFAR100, 5_000, 5_000, 0.73, 18.3),
          new Data(Training.IMAGENET16_120, Training.IMAGENET16_120, 3_000, 3_000, 0.47, 55.5));

  private TableContent content() {
    SortedMap<String, double[]> columns = new TreeMap<>();
    columns.put("params", random.doubles(CELLS, 0.07, 1.54).toArray());
    columns.put("flops", random.doubles(CELLS, 7.8, 221).toArray());
    return new TableContent(
        "nb201",
        "synthetic",
        List.of(),
        new RowNames.Indexed(IntStream.range(0, CELLS).toArray()),
        DATA.stream().map(this::perSeed).toList(),
        DATA.stream().flatMap(data -> means(data).stream()).toList(),
        List.of(),
        DATA.stream().flatMap(data -> seconds(data).stream()).toList(),
        columns,
        List.of("The numbers were drawn at random for benchmarks of this program."));
  }

  private AccuracyBlock perSeed(Data data) {
    Axes axes = new Axes(data.searched(), Split.VALID, LONG, List.of(LONG.epochs() - 1), SEEDS);
    int[] correct = new int[axes.length(CELLS)];
    for (int row = 0; row < CELLS; row++) {
      for (int seed = 0; seed < SEEDS.size(); seed++) {
        correct[axes.position(CELLS, 0, row, seed)] =
            seed < seedCounts[row]
                ? correct(row, data.best(), data.validImages())
                : TableContent.ABSENT;
      }
    }
    return new AccuracyBlock(axes, data.validImages(), Origin.MEASURED, correct);
  }

  private List<MeanBlock> means(Data data) {
    int[] one = IntStream.generate(() -> 1).limit(CELLS).toArray();
    return List.of(
        mean(Measure.atEnd(data.searched(), Split.VALID, SHORT), data, data.validImages(), one),
        mean(
            Measure.atEnd(data.reported(), Split.TEST, LONG), data, data.testImages(), seedCounts));
  }

  private MeanBlock mean(Measure measure, Data data, int images, int[] counts) {
    int[] correct =
        IntStream.range(0, CELLS)
            .map(row -> correct(row, data.best(), counts[row] * images))
            .toArray();
    return new MeanBlock(measure, images, correct, counts.clone());
  }

  // Cells keep their quality from training to training, up to some noise.
  private int correct(int row, double best, int images) {
    double noisy = quality[row] * (0.99 + 0.02 * random.nextDouble());
    return (int) Math.round(Math.min(1, noisy) * best * images);
  }

  private List<SecondsBlock> seconds(Data data) {
    double[] seconds =
        random.doubles(CELLS, 0.3 * data.epochSeconds(), 1.7 * data.epochSeconds()).toArray();
    return List.of(seconds(data, SHORT, seconds), seconds(data, LONG, seconds));
  }

  private static SecondsBlock seconds(Data data, Schedule schedule, double[] seconds) {
    return new SecondsBlock(
        SecondsBlock.Kind.TRAINING_EPOCH,
        data.searched(),
        Split.TRAIN,
        schedule,
        List.of(),
        Origin.MEASURED,
        seconds);
  }
}
