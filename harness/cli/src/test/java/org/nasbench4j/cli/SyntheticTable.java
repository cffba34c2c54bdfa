package org.nasbench4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.nasbench4j.data.compact.CompactTables;
import org.nasbench4j.space.nb201.Nb201Space;
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

/** A whole NAS-Bench-201 table of invented numbers, so that the tests need no published data. */
public final class SyntheticTable {
  private static final int CELLS = 15_625;

  private SyntheticTable() {}

  public static void write(Path file) throws IOException {
    new CompactTables(List.of(new Nb201Space())).write(content(), file);
  }

  private static TableContent content() {
    SplittableRandom random = new SplittableRandom(1);
    int[] quality = IntStream.generate(() -> random.nextInt(1_000)).limit(CELLS).toArray();
    IntUnaryOperator noise = row -> quality[row] * 8 + random.nextInt(1_500);
    double[] seconds = new double[CELLS];
    Arrays.setAll(seconds, row -> 10 + quality[row] * 0.01);
    return new TableContent(
        "nb201",
        "synthetic",
        List.of("invented numbers"),
        new RowNames.Indexed(IntStream.range(0, CELLS).toArray()),
        List.of(
            seeds(Training.CIFAR10_HALF, 12, 11, 25_000, noise, 111),
            seeds(Training.CIFAR10_HALF, 200, 199, 25_000, noise, 777, 888)),
        List.of(mean(noise)),
        List.of(),
        List.of(
            new SecondsBlock(
                SecondsBlock.Kind.TRAINING_EPOCH,
                Training.CIFAR10_HALF,
                Split.TRAIN,
                new Schedule(12),
                List.of(),
                Origin.MEASURED,
                seconds)),
        new TreeMap<>(),
        List.of("The numbers of this table are invented."));
  }

  private static AccuracyBlock seeds(
      Training training,
      int epochs,
      int epoch,
      int images,
      IntUnaryOperator count,
      Integer... seeds) {
    Axes axes =
        new Axes(training, Split.VALID, new Schedule(epochs), List.of(epoch), List.of(seeds));
    int[] correct = new int[axes.length(CELLS)];
    Arrays.setAll(correct, i -> count.applyAsInt(i / seeds.length));
    return new AccuracyBlock(axes, images, Origin.MEASURED, correct);
  }

  private static MeanBlock mean(IntUnaryOperator count) {
    int[] correct = IntStream.range(0, CELLS).map(count).toArray();
    int[] seedCounts = new int[CELLS];
    Arrays.fill(seedCounts, 2);
    return new MeanBlock(
        Measure.atEnd(Training.CIFAR10_ALL, Split.TEST, new Schedule(200)),
        10_000,
        correct,
        seedCounts);
  }
}
