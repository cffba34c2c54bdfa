package org.nasbench4j.table;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that an import found, in memory, ready to be written.
 *
 * @param space the id of the search space
 * @param format the format that it was read from
 * @param sources the files that it was read from, as {@code name sha256}
 * @param rows which architecture each row is
 * @param accuracies blocks of correct answers
 * @param means correct answers of which only the sum over the seeds is known
 * @param series blocks of losses, and of the times of trainings up to their epochs
 * @param seconds blocks of times that are constant over a schedule
 * @param columns other numbers, by name: one double per row, NaN where absent
 * @param notes what a user must know to read the numbers right, one sentence each
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data on its way to a file; never compared
public record TableContent(
    String space,
    String format,
    List<String> sources,
    RowNames rows,
    List<AccuracyBlock> accuracies,
    List<MeanBlock> means,
    List<SeriesBlock> series,
    List<SecondsBlock> seconds,
    SortedMap<String, double[]> columns,
    List<String> notes) {

  /** Marks an absent count. */
  public static final int ABSENT = -1;

  /** Copies the lists; the arrays are handed over, not copied. */
  public TableContent {
    sources = List.copyOf(sources);
    accuracies = List.copyOf(accuracies);
    means = List.copyOf(means);
    series = List.copyOf(series);
    seconds = List.copyOf(seconds);
    columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
    notes = List.copyOf(notes);
  }

  /**
   * Which values a block holds. Arrays are laid out {@code [epoch][row][seed]}, so that one epoch
   * of all rows is contiguous.
   *
   * @param training what was trained on
   * @param split the images that were measured
   * @param schedule the training recipe
   * @param epochs the stored epochs, ascending, counted from 0
   * @param seeds the seeds, ascending
   */
  public record Axes(
      Training training,
      Split split,
      Schedule schedule,
      List<Integer> epochs,
      List<Integer> seeds) {

    /** Checks that the split and the epochs exist, and copies the lists. */
    public Axes {
      epochs = List.copyOf(epochs);
      seeds = List.copyOf(seeds);
      for (int epoch : epochs) {
        Fidelity fidelity = new Fidelity(schedule, epoch);
        new Measure(training, split, fidelity);
      }
    }

    /**
     * The position of a value in a block's array.
     *
     * @param rows the number of rows
     * @param epoch the position in {@link #epochs}
     * @param row the row
     * @param seed the position in {@link #seeds}
     * @return the index into the array
     */
    public int position(int rows, int epoch, int row, int seed) {
      return (epoch * rows + row) * seeds.size() + seed;
    }

    /**
     * The length of a block's array.
     *
     * @param rows the number of rows
     * @return epochs × rows × seeds
     */
    public int length(int rows) {
      return Math.toIntExact((long) epochs.size() * rows * seeds.size());
    }
  }

  /**
   * Correct answers per epoch, row and seed.
   *
   * @param axes which values
   * @param images the number of images of the split
   * @param origin measured or derived
   * @param correct laid out as in {@link Axes}, {@link #ABSENT} where not measured
   */
  public record AccuracyBlock(Axes axes, int images, Origin origin, int[] correct) {}

  /**
   * Correct answers summed over seeds, where a source gives the mean only. A query for the mean
   * prefers this over derived values per seed.
   *
   * @param measure which values
   * @param images the number of images of the split, for one seed
   * @param correct the sum per row, {@link #ABSENT} where not measured
   * @param seedCounts the number of seeds behind each sum
   */
  public record MeanBlock(Measure measure, int images, int[] correct, int[] seedCounts) {}

  /** What the numbers of a {@link SeriesBlock} are. */
  public enum Series {
    /** Cross-entropy, in nats per image. */
    LOSS,
    /**
     * Seconds of a training from its start to the end of an epoch; its split is {@link
     * Split#TRAIN}.
     */
    TRAINING_SECONDS
  }

  /**
   * Numbers per epoch, row and seed that count nothing.
   *
   * @param kind what the numbers are
   * @param axes which values
   * @param values laid out as in {@link Axes}, NaN where not measured
   */
  public record SeriesBlock(Series kind, Axes axes, float[] values) {

    /**
     * Losses.
     *
     * @param axes which values
     * @param values laid out as in {@link Axes}, NaN where not measured
     * @return the block
     */
    public static SeriesBlock losses(Axes axes, float[] values) {
      return new SeriesBlock(Series.LOSS, axes, values);
    }
  }

  /**
   * Times that are one constant for all epochs of a schedule, as in NAS-Bench-201.
   *
   * @param kind what took the time
   * @param training what was trained on
   * @param split the images that were evaluated; {@link Split#TRAIN} for a training epoch
   * @param schedule the training recipe
   * @param seeds the seeds, ascending; empty where a source has one value for all
   * @param origin measured or derived
   * @param seconds per row and seed (one per row if {@code seeds} is empty), NaN where absent
   */
  public record SecondsBlock(
      Kind kind,
      Training training,
      Split split,
      Schedule schedule,
      List<Integer> seeds,
      Origin origin,
      double[] seconds) {

    /** What took the time. */
    public enum Kind {
      /** One epoch of training, without evaluation. */
      TRAINING_EPOCH,
      /** One pass over the images of a split. */
      EVALUATION
    }

    /** Copies the list. */
    public SecondsBlock {
      seeds = List.copyOf(seeds);
    }
  }
}
