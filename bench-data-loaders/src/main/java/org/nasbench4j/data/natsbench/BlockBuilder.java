package org.nasbench4j.data.natsbench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableContent.Axes;
import org.nasbench4j.table.TableContent.SecondsBlock;
import org.nasbench4j.table.TableContent.SecondsBlock.Kind;
import org.nasbench4j.table.TableContent.SeriesBlock;

/**
 * Collects the values of one block while records arrive row by row. Which epochs and seeds exist is
 * known only at the end, so that each pair has a plane of its own, allocated once at its first
 * value; at the end planes are woven together and freed one by one.
 */
final class BlockBuilder {
  private final BlockKey key;
  private final int rows;
  private final Map<PlaneKey, Plane> planes = new HashMap<>();
  private final SortedSet<Integer> epochs = new TreeSet<>();
  private final SortedSet<Integer> seeds = new TreeSet<>();
  private final SortedMap<Integer, double[]> seconds = new TreeMap<>();

  private record PlaneKey(int epoch, int seed) {}

  /** The values of all rows. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Plane(int[] correct, float[] loss) {
    static Plane empty(int rows) {
      Plane plane = new Plane(new int[rows], new float[rows]);
      Arrays.fill(plane.correct, TableContent.ABSENT);
      Arrays.fill(plane.loss, Float.NaN);
      return plane;
    }
  }

  BlockBuilder(BlockKey key, int rows) {
    this.key = key;
    this.rows = rows;
  }

  void correct(int row, int seed, int epoch, int count) {
    plane(epoch, seed).correct[row] = count;
  }

  void loss(int row, int seed, int epoch, float loss) {
    plane(epoch, seed).loss[row] = loss;
  }

  void seconds(int row, int seed, double value) {
    seconds.computeIfAbsent(seed, absent -> nans(rows))[row] = value;
  }

  private Plane plane(int epoch, int seed) {
    return planes.computeIfAbsent(
        new PlaneKey(epoch, seed),
        absent -> {
          epochs.add(epoch);
          seeds.add(seed);
          return Plane.empty(rows);
        });
  }

  // Moves counts and losses into blocks; this builder keeps the seconds only.
  void moveTo(List<AccuracyBlock> accuracies, List<SeriesBlock> losses) {
    if (planes.isEmpty()) {
      return;
    }
    Axes axes =
        new Axes(
            key.training().training(),
            key.split(),
            key.schedule(),
            List.copyOf(epochs),
            List.copyOf(seeds));
    Plane woven = Plane.empty(axes.length(rows));
    for (int epoch = 0; epoch < axes.epochs().size(); epoch++) {
      for (int seed = 0; seed < axes.seeds().size(); seed++) {
        Plane plane = planes.remove(new PlaneKey(axes.epochs().get(epoch), axes.seeds().get(seed)));
        if (plane != null) {
          weave(plane, woven, axes.position(rows, epoch, 0, seed), axes.seeds().size());
        }
      }
    }
    accuracies.add(new AccuracyBlock(axes, key.images(), Origin.MEASURED, woven.correct));
    losses.add(SeriesBlock.losses(axes, woven.loss));
  }

  private void weave(Plane plane, Plane woven, int start, int stride) {
    for (int row = 0; row < rows; row++) {
      woven.correct[start + row * stride] = plane.correct[row];
      woven.loss[start + row * stride] = plane.loss[row];
    }
  }

  void addSecondsTo(List<SecondsBlock> blocks) {
    if (seconds.isEmpty()) {
      return;
    }
    blocks.add(
        new SecondsBlock(
            key.split() == Split.TRAIN ? Kind.TRAINING_EPOCH : Kind.EVALUATION,
            key.training().training(),
            key.split(),
            key.schedule(),
            List.copyOf(seconds.keySet()),
            Origin.MEASURED,
            wovenSeconds()));
  }

  private double[] wovenSeconds() {
    double[] woven = new double[rows * seconds.size()];
    int seed = 0;
    for (double[] column : seconds.values()) {
      for (int row = 0; row < rows; row++) {
        woven[row * seconds.size() + seed] = column[row];
      }
      seed++;
    }
    return woven;
  }

  static double[] nans(int length) {
    double[] values = new double[length];
    Arrays.fill(values, Double.NaN);
    return values;
  }
}
