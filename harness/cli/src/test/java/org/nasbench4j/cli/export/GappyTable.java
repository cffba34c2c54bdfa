package org.nasbench4j.cli.export;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

/** Three invented cells with everything that an export can stumble over. */
public final class GappyTable {
  private static final Schedule LONG = new Schedule(200);
  private static final int ROWS = 3;

  private GappyTable() {}

  /** The table. */
  public static TableContent content() {
    return new TableContent(
        "nb201",
        "invented",
        List.of("invented numbers"),
        new RowNames.Indexed(new int[] {0, 9930, 15_624}),
        List.of(valid(), derivedTest()),
        List.of(mean()),
        List.of(losses()),
        List.of(
            seconds(Training.CIFAR10_HALF, Origin.MEASURED, 7, 8, 9),
            seconds(Training.CIFAR100, Origin.DERIVED, 14, 16, 18)),
        new TreeMap<>(
            Map.of(
                "params",
                new double[] {129_306, 802_426, 73_306},
                "synflow-cifar10",
                new double[] {1.5e300, Double.NEGATIVE_INFINITY, Double.NaN})),
        List.of("The numbers of this table are invented."));
  }

  private static Axes validAxes() {
    return new Axes(Training.CIFAR10_HALF, Split.VALID, LONG, List.of(99, 199), List.of(777, 999));
  }

  // By epoch, row and seed: the first row was never trained with the second seed.
  private static AccuracyBlock valid() {
    int[] correct = {11, -1, 12, 13, 14, 15, 20_404, -1, 17_777, 0, 22_901, 24_999};
    return new AccuracyBlock(validAxes(), 25_000, Origin.MEASURED, correct);
  }

  private static AccuracyBlock derivedTest() {
    Axes axes = new Axes(Training.CIFAR100, Split.TEST, LONG, List.of(199), List.of(777));
    return new AccuracyBlock(axes, 5_000, Origin.DERIVED, new int[] {1, 2, 3_333});
  }

  private static MeanBlock mean() {
    return new MeanBlock(
        Measure.atEnd(Training.CIFAR10_ALL, Split.TEST, LONG),
        10_000,
        new int[] {17_173, 28_312, 27_001},
        new int[] {2, 3, 3});
  }

  private static SeriesBlock losses() {
    float[] losses = new float[validAxes().length(ROWS)];
    Arrays.fill(losses, 0.5f);
    return SeriesBlock.losses(validAxes(), losses);
  }

  private static SecondsBlock seconds(Training training, Origin origin, double... seconds) {
    return new SecondsBlock(
        SecondsBlock.Kind.TRAINING_EPOCH, training, Split.TRAIN, LONG, List.of(), origin, seconds);
  }
}
