package org.nasbench4j.data.nasbench101;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableContent.Axes;
import org.nasbench4j.table.TableContent.Series;
import org.nasbench4j.table.TableContent.SeriesBlock;
import org.nasbench4j.table.Training;

/**
 * The numbers of all trainings, by the number of their module, in 240 bytes a module. What comes
 * first of a module and a schedule is repeat 0.
 */
final class Repeats {
  private static final int CHUNK = 1 << 12;
  private static final int SPLITS = Budgets.SPLITS.size();
  private static final int SCHEDULES = Budgets.SCHEDULES.size();

  /** The measured points of a module. */
  private static final int MODULE = SCHEDULES * Budgets.REPEATS * Budgets.POINTS;

  private final List<short[]> correct = new ArrayList<>();
  private final List<float[]> seconds = new ArrayList<>();
  private final List<byte[]> counts = new ArrayList<>();
  private final long[] trainings = new long[SCHEDULES];
  private final int[] most = new int[SCHEDULES];

  /**
   * Takes up a training.
   *
   * @param module the module's number, at most one above those before
   * @param schedule the place of the schedule
   * @param points what was measured halfway and at the end
   * @throws IllegalArgumentException if it has too many repeats already, or a number makes no sense
   */
  void add(int module, int schedule, List<? extends Measured> points) {
    if (module / CHUNK == correct.size()) {
      addChunk();
    }
    byte[] repeats = counts.get(module / CHUNK);
    int at = module % CHUNK * SCHEDULES + schedule;
    if (repeats[at] == Budgets.REPEATS) {
      throw new IllegalArgumentException(
          "its module has %d trainings of %s epochs already"
              .formatted(Budgets.REPEATS, Budgets.SCHEDULES.get(schedule)));
    }
    for (int point = 0; point < Budgets.POINTS; point++) {
      put(slot(module, schedule, repeats[at], point), module, points.get(point));
    }
    repeats[at]++;
    trainings[schedule]++;
    most[schedule] = Math.max(most[schedule], repeats[at]);
  }

  private void addChunk() {
    short[] answers = new short[CHUNK * MODULE * SPLITS];
    Arrays.fill(answers, (short) TableContent.ABSENT);
    float[] times = new float[CHUNK * MODULE];
    Arrays.fill(times, Float.NaN);
    correct.add(answers);
    seconds.add(times);
    counts.add(new byte[CHUNK * SCHEDULES]);
  }

  // The place of a point in its chunk.
  private static int slot(int module, int schedule, int repeat, int point) {
    int training = (module % CHUNK * SCHEDULES + schedule) * Budgets.REPEATS + repeat;
    return training * Budgets.POINTS + point;
  }

  private void put(int slot, int module, Measured point) {
    double time = point.seconds();
    if (!(time >= 0 && time < Float.MAX_VALUE)) {
      throw new IllegalArgumentException("its training took %s seconds".formatted(time));
    }
    seconds.get(module / CHUNK)[slot] = (float) time;
    short[] answers = correct.get(module / CHUNK);
    answers[slot * SPLITS] = answers(point.trainAccuracy());
    answers[slot * SPLITS + 1] = answers(point.validAccuracy());
    answers[slot * SPLITS + 2] = answers(point.testAccuracy());
  }

  private static short answers(double accuracy) {
    return (short) Budgets.correct(accuracy, Budgets.IMAGES);
  }

  // The number of trainings of a schedule, by its place.
  long trainings(int schedule) {
    return trainings[schedule];
  }

  List<AccuracyBlock> accuracies(int[] order) {
    List<AccuracyBlock> blocks = new ArrayList<>();
    for (int schedule = 0; schedule < SCHEDULES; schedule++) {
      for (int split = 0; split < SPLITS && trainings[schedule] > 0; split++) {
        Axes axes = axes(schedule, Budgets.SPLITS.get(split));
        int[] values = new int[axes.length(order.length)];
        int place = split;
        forEach(
            axes,
            schedule,
            order,
            (to, module, slot) -> values[to] = correct.get(module / CHUNK)[slot * SPLITS + place]);
        blocks.add(new AccuracyBlock(axes, Budgets.IMAGES, Origin.MEASURED, values));
      }
    }
    return blocks;
  }

  List<SeriesBlock> seconds(int[] order) {
    List<SeriesBlock> blocks = new ArrayList<>();
    for (int schedule = 0; schedule < SCHEDULES; schedule++) {
      if (trainings[schedule] > 0) {
        Axes axes = axes(schedule, Split.TRAIN);
        float[] values = new float[axes.length(order.length)];
        forEach(
            axes,
            schedule,
            order,
            (to, module, slot) -> values[to] = seconds.get(module / CHUNK)[slot]);
        blocks.add(new SeriesBlock(Series.TRAINING_SECONDS, axes, values));
      }
    }
    return blocks;
  }

  private Axes axes(int schedule, Split split) {
    Schedule length = Budgets.SCHEDULES.get(schedule);
    return new Axes(
        Training.CIFAR10_40K,
        split,
        length,
        Budgets.epochs(length),
        List.of(0, 1, 2).subList(0, most[schedule]));
  }

  /** Is handed where a point goes and where it is. */
  @FunctionalInterface
  private interface Mover {
    void move(int to, int module, int slot);
  }

  private static void forEach(Axes axes, int schedule, int[] order, Mover mover) {
    int to = 0;
    for (int point = 0; point < Budgets.POINTS; point++) {
      for (int module : order) {
        for (int repeat = 0; repeat < axes.seeds().size(); repeat++) {
          mover.move(to++, module, slot(module, schedule, repeat, point));
        }
      }
    }
  }
}
