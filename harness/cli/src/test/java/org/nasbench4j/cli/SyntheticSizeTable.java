package org.nasbench4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.nasbench4j.data.compact.CompactTables;
import org.nasbench4j.space.size.SizeCounts;
import org.nasbench4j.space.size.SizeNetwork;
import org.nasbench4j.space.size.SizeSpace;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableContent.Axes;
import org.nasbench4j.table.TableContent.SecondsBlock;
import org.nasbench4j.table.Training;

/**
 * All 32,768 networks of NATS-Bench's size space with invented accuracies: wider is better, with
 * noise. Schedules and seeds are those of the benchmark, of CIFAR-10 alone; only last epochs.
 */
final class SyntheticSizeTable {
  private static final SizeSpace SPACE = new SizeSpace();
  private static final int NETWORKS = (int) SPACE.size();
  private static final List<Integer> ONE_SEED = List.of(777);
  private static final List<Integer> THREE_SEEDS = List.of(777, 888, 999);

  private SyntheticSizeTable() {}

  static void write(Path file) throws IOException {
    new CompactTables(List.of(SPACE)).write(content(), file);
  }

  private static TableContent content() {
    SizeCounts counts = new SizeCounts(10, 32);
    TreeMap<String, double[]> columns = new TreeMap<>();
    columns.put("params", each(counts::parameters, 1));
    columns.put("flops", each(counts::flops, 1e6));
    return new TableContent(
        SPACE.id(),
        "synthetic",
        List.of("invented numbers"),
        new RowNames.Indexed(IntStream.range(0, NETWORKS).toArray()),
        List.of(
            accuracies(Training.CIFAR10_HALF, Split.VALID, 12, 25_000, 0.6, THREE_SEEDS),
            accuracies(Training.CIFAR10_HALF, Split.VALID, 90, 25_000, 0.8, ONE_SEED),
            accuracies(Training.CIFAR10_ALL, Split.TEST, 90, 10_000, 0.82, ONE_SEED)),
        List.of(),
        List.of(),
        seconds(),
        columns,
        List.of("The numbers of this table are invented."));
  }

  private static double[] each(ToLongFunction<SizeNetwork> count, double unit) {
    double[] values = new double[NETWORKS];
    Arrays.setAll(values, index -> count.applyAsLong(SPACE.architecture(index)) / unit);
    return values;
  }

  private static AccuracyBlock accuracies(
      Training training, Split split, int epochs, int images, double share, List<Integer> seeds) {
    SplittableRandom random = new SplittableRandom(epochs + images);
    Axes axes = new Axes(training, split, new Schedule(epochs), List.of(epochs - 1), seeds);
    int[] correct = new int[axes.length(NETWORKS)];
    for (int row = 0; row < NETWORKS; row++) {
      for (int seed = 0; seed < seeds.size(); seed++) {
        double accuracy = share + quality(row) / 10 + random.nextDouble(0.02);
        correct[axes.position(NETWORKS, 0, row, seed)] = (int) (accuracy * images);
      }
    }
    return new AccuracyBlock(axes, images, Origin.MEASURED, correct);
  }

  /** In [0, 1]: later stages count more. */
  private static double quality(int index) {
    SizeNetwork network = SPACE.architecture(index);
    return IntStream.range(0, SizeNetwork.STAGES)
            .mapToDouble(stage -> (stage + 1) * network.width(stage) / 64.0)
            .sum()
        / 15;
  }

  private static List<SecondsBlock> seconds() {
    double[] epoch = new double[NETWORKS];
    Arrays.setAll(epoch, index -> 3 + 4 * quality(index));
    double[] pass = new double[NETWORKS];
    Arrays.fill(pass, 1.5);
    List<SecondsBlock> blocks = new ArrayList<>();
    for (int epochs : new int[] {12, 90}) {
      blocks.add(block(SecondsBlock.Kind.TRAINING_EPOCH, Split.TRAIN, epochs, epoch));
      blocks.add(block(SecondsBlock.Kind.EVALUATION, Split.VALID, epochs, pass));
    }
    return blocks;
  }

  private static SecondsBlock block(
      SecondsBlock.Kind kind, Split split, int epochs, double[] seconds) {
    return new SecondsBlock(
        kind,
        Training.CIFAR10_HALF,
        split,
        new Schedule(epochs),
        List.of(),
        Origin.MEASURED,
        seconds);
  }
}
