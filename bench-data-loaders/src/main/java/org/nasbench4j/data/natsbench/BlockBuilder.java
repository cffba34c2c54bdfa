package org.nasbench4j.data.natsbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.data.number.DoubleRows;
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
 * known only at the end, so that each pair has a {@link Plane} of its own; at the end planes are
 * woven together and freed one by one.
 */
final class BlockBuilder {
  private final BlockKey key;
  private final Room room;
  private final SortedMap<Integer, @Nullable Plane[]> planes = new TreeMap<>();
  private final SortedMap<Integer, DoubleRows> seconds = new TreeMap<>();

  BlockBuilder(BlockKey key, Room room) {
    this.key = key;
    this.room = room;
  }

  // The places for counts and losses in a table of so many rows.
  long places(int rows) {
    return Plane.places(rows) * epochs().size() * planes.size();
  }

  void correct(int row, int seed, int epoch, int count) {
    plane(seed, epoch).correct(row, count);
  }

  void loss(int row, int seed, int epoch, float loss) {
    plane(seed, epoch).loss(row, loss);
  }

  void seconds(int row, int seed, double value) {
    seconds.computeIfAbsent(seed, absent -> new DoubleRows()).put(row, value);
  }

  private Plane plane(int seed, int epoch) {
    @Nullable Plane[] epochs =
        planes.computeIfAbsent(seed, absent -> new Plane[key.schedule().epochs()]);
    Plane plane = epochs[epoch];
    if (plane == null) {
      plane = new Plane(room);
      epochs[epoch] = plane;
    }
    return plane;
  }

  // Moves counts and losses into blocks; this builder keeps the seconds only.
  void moveTo(int[] order, List<AccuracyBlock> accuracies, List<SeriesBlock> losses) {
    if (planes.isEmpty()) {
      return;
    }
    Axes axes =
        new Axes(
            key.training().training(),
            key.split(),
            key.schedule(),
            epochs(),
            List.copyOf(planes.keySet()));
    int[] correct = new int[axes.length(order.length)];
    float[] loss = new float[correct.length];
    Arrays.fill(correct, TableContent.ABSENT);
    Arrays.fill(loss, Float.NaN);
    for (int epoch = 0; epoch < axes.epochs().size(); epoch++) {
      for (int seed = 0; seed < axes.seeds().size(); seed++) {
        Plane plane = take(axes.seeds().get(seed), axes.epochs().get(epoch));
        if (plane != null) {
          int start = axes.position(order.length, epoch, 0, seed);
          plane.weave(order, correct, loss, start, axes.seeds().size());
        }
      }
    }
    planes.clear();
    accuracies.add(new AccuracyBlock(axes, key.images(), Origin.MEASURED, correct));
    losses.add(SeriesBlock.losses(axes, loss));
  }

  private List<Integer> epochs() {
    SortedSet<Integer> found = new TreeSet<>();
    for (@Nullable Plane[] epochs : planes.values()) {
      for (int epoch = 0; epoch < epochs.length; epoch++) {
        if (epochs[epoch] != null) {
          found.add(epoch);
        }
      }
    }
    return List.copyOf(found);
  }

  private @Nullable Plane take(int seed, int epoch) {
    @Nullable Plane[] epochs = planes.get(seed);
    if (epochs == null) {
      return null;
    }
    Plane plane = epochs[epoch];
    epochs[epoch] = null;
    return plane;
  }

  void addSecondsTo(int[] order, List<SecondsBlock> blocks) {
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
            wovenSeconds(order)));
  }

  private double[] wovenSeconds(int[] order) {
    List<double[]> columns = new ArrayList<>();
    seconds.values().forEach(column -> columns.add(column.in(order)));
    double[] woven = new double[order.length * columns.size()];
    for (int i = 0; i < woven.length; i++) {
      woven[i] = columns.get(i % columns.size())[i / columns.size()];
    }
    return woven;
  }
}
