package org.nasbench4j.data.compact;

import static org.nasbench4j.table.TableContent.ABSENT;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
import org.nasbench4j.table.TableContent.SeriesBlock;
import org.nasbench4j.table.Training;

/** A small content with one block of every kind. */
final class Contents {

  static final Schedule SHORT = new Schedule(3);
  static final Schedule LONG = new Schedule(200);

  private Contents() {}

  /** Four of the letters a to h: a, c, d, h. */
  static TableContent sparse() {
    return of(new int[] {0, 2, 3, 7});
  }

  /** The same numbers for the letters a to d. */
  static TableContent complete() {
    return of(new int[] {0, 1, 2, 3});
  }

  /** CIFAR-100 valid after each of three epochs, one seed. */
  static TableContent ofEpochs(int rows, int[] correct) {
    Axes axes = axes(Training.CIFAR100, Split.VALID, SHORT, List.of(0, 1, 2), List.of(777));
    return new TableContent(
        "letters",
        "made-up",
        List.of(),
        new RowNames.Indexed(IntStream.range(0, rows).toArray()),
        List.of(new AccuracyBlock(axes, 20_000, Origin.MEASURED, correct)),
        List.of(),
        List.of(),
        List.of(),
        new TreeMap<>(),
        List.of());
  }

  private static TableContent of(int[] architectures) {
    return new TableContent(
        "letters",
        "made-up",
        List.of("letters.txt 00ff"),
        new RowNames.Indexed(architectures),
        List.of(valid(), train(), derivedTest(), shortTest()),
        List.of(officialTest(), allTest()),
        List.of(losses()),
        List.of(
            seconds(SecondsBlock.Kind.TRAINING_EPOCH, Split.TRAIN, List.of(), 1.5, 2.5, 3.5, 4.5),
            seconds(
                SecondsBlock.Kind.EVALUATION,
                Split.VALID,
                List.of(777, 888),
                1,
                3,
                2,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                4,
                4)),
        columns(),
        List.of("Made up."));
  }

  /** CIFAR-100 valid, 200 epochs: seeds 777 and 888; the second row lacks 888, the third both. */
  private static AccuracyBlock valid() {
    return new AccuracyBlock(
        axes(Training.CIFAR100, Split.VALID, LONG, List.of(199), List.of(777, 888)),
        5_000,
        Origin.MEASURED,
        new int[] {2_500, 2_501, 1_000, ABSENT, ABSENT, ABSENT, 5_000, 0});
  }

  /** CIFAR-10 train, three epochs, too many images for 16 bits. */
  private static AccuracyBlock train() {
    return new AccuracyBlock(
        axes(Training.CIFAR10_ALL, Split.TRAIN, SHORT, List.of(0, 1, 2), List.of(111)),
        50_000,
        Origin.MEASURED,
        new int[] {1, 2, 3, 4, 40_001, 40_002, 40_003, 40_004, 50_000, 49_999, 0, ABSENT});
  }

  private static AccuracyBlock derivedTest() {
    return new AccuracyBlock(
        axes(Training.CIFAR100, Split.TEST, LONG, List.of(199), List.of(777, 888)),
        5_000,
        Origin.DERIVED,
        new int[] {10, 20, 30, ABSENT, 50, 60, 70, 80});
  }

  private static AccuracyBlock shortTest() {
    return new AccuracyBlock(
        axes(Training.CIFAR100, Split.TEST, SHORT, List.of(2), List.of(777, 888)),
        5_000,
        Origin.DERIVED,
        new int[] {10, 20, 30, ABSENT, 50, 60, 70, 80});
  }

  /** The official mean of CIFAR-100 test differs from the derived seeds by one answer. */
  private static MeanBlock officialTest() {
    return new MeanBlock(
        Measure.atEnd(Training.CIFAR100, Split.TEST, LONG),
        5_000,
        new int[] {31, 31, 110, 150},
        new int[] {2, 1, 2, 2});
  }

  private static MeanBlock allTest() {
    return new MeanBlock(
        Measure.atEnd(Training.CIFAR10_ALL, Split.TEST, LONG),
        10_000,
        new int[] {28_312, 20_000, ABSENT, 30_000},
        new int[] {3, 3, 0, 3});
  }

  private static SeriesBlock losses() {
    return SeriesBlock.losses(
        axes(Training.CIFAR100, Split.VALID, SHORT, List.of(0, 2), List.of(1, 2)),
        new float[] {1, 2, 3, Float.NaN, 5, 6, 7, 8, 9, 10, 11, 12, Float.NaN, Float.NaN, 15, 17});
  }

  private static SecondsBlock seconds(
      SecondsBlock.Kind kind, Split split, List<Integer> seeds, double... seconds) {
    return new SecondsBlock(kind, Training.CIFAR100, split, LONG, seeds, Origin.MEASURED, seconds);
  }

  private static SortedMap<String, double[]> columns() {
    SortedMap<String, double[]> columns = new TreeMap<>();
    columns.put("params", new double[] {0.1, 0.2, 0.3, Double.NaN});
    columns.put("nwot", new double[] {Double.NEGATIVE_INFINITY, 5.9e66, -0.0, 1});
    return columns;
  }

  static Axes axes(
      Training training,
      Split split,
      Schedule schedule,
      List<Integer> epochs,
      List<Integer> seeds) {
    return new Axes(training, split, schedule, epochs, seeds);
  }
}
