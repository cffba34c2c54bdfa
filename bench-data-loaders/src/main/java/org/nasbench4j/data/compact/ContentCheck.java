package org.nasbench4j.data.compact;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableContent.Axes;
import org.nasbench4j.table.TableContent.MeanBlock;
import org.nasbench4j.table.TableContent.SecondsBlock;
import org.nasbench4j.table.TableContent.Series;
import org.nasbench4j.table.TableContent.SeriesBlock;

/** Refuses a content that no file could answer from, before anything is written. */
final class ContentCheck {

  private static final Pattern COLUMN = Pattern.compile("[a-z0-9][a-z0-9.+_-]*");

  private final int rows;
  private final Set<String> names = new HashSet<>();

  private ContentCheck(TableContent content) {
    this.rows = content.rows().count();
  }

  /**
   * Checks everything.
   *
   * @param content what shall be written
   * @throws IllegalArgumentException if something does not fit; the message names it
   */
  static void check(TableContent content) {
    ContentCheck check = new ContentCheck(content);
    content.accuracies().forEach(check::requireCounts);
    content.means().forEach(check::requireSums);
    content.series().forEach(check::requireSeries);
    content.seconds().forEach(check::requireSeconds);
    content.columns().forEach(check::requireColumn);
    require(hasValue(content), () -> "The table has no value at all.");
  }

  private static boolean hasValue(TableContent content) {
    return content.accuracies().stream().anyMatch(block -> Planes.present(block.correct()) > 0)
        || content.means().stream().anyMatch(block -> Planes.present(block.correct()) > 0)
        || content.series().stream().anyMatch(block -> Planes.present(block.values()) > 0)
        || content.seconds().stream().anyMatch(block -> Planes.present(block.seconds()) > 0)
        || content.columns().values().stream().anyMatch(column -> Planes.present(column) > 0);
  }

  private void requireCounts(AccuracyBlock block) {
    String name = name(BlockKind.CORRECT, block.axes(), block.origin());
    requireLength(name, block.correct().length, block.axes().length(rows));
    requireAxes(name, block.axes());
    int images = block.images();
    require(images > 0, () -> "%s has %d images.".formatted(name, images));
    for (int correct : block.correct()) {
      if (correct < TableContent.ABSENT || correct > images) {
        throw new IllegalArgumentException(
            "%s has %d correct answers of %d.".formatted(name, correct, images));
      }
    }
  }

  private void requireSums(MeanBlock block) {
    String name = "the mean of " + block.measure();
    requireNew(name);
    requireLength(name, block.correct().length, rows);
    requireLength(name, block.seedCounts().length, rows);
    for (int row = 0; row < rows; row++) {
      long correct = block.correct()[row];
      long seeds = block.seedCounts()[row];
      boolean absent = correct == TableContent.ABSENT && seeds == 0;
      boolean possible = seeds > 0 && correct >= 0 && correct <= seeds * block.images();
      if (!absent && !possible) {
        throw new IllegalArgumentException(
            "%s has %d correct answers of %d trainings.".formatted(name, correct, seeds));
      }
    }
  }

  private void requireSeries(SeriesBlock block) {
    String name = name(BlockKind.of(block.kind()), block.axes(), Origin.MEASURED);
    requireLength(name, block.values().length, block.axes().length(rows));
    requireAxes(name, block.axes());
    if (block.kind() == Series.TRAINING_SECONDS) {
      for (float seconds : block.values()) {
        requireSeconds(name, seconds);
      }
    }
  }

  private void requireSeconds(SecondsBlock block) {
    Axes axes =
        new Axes(block.training(), block.split(), block.schedule(), List.of(), block.seeds());
    String name = name(BlockKind.of(block.kind()), axes, block.origin());
    requireLength(name, block.seconds().length, rows * Math.max(1, block.seeds().size()));
    requireAscending(name, block.seeds());
    for (double seconds : block.seconds()) {
      requireSeconds(name, seconds);
    }
  }

  private static void requireSeconds(String name, double seconds) {
    if (seconds < 0) {
      throw new IllegalArgumentException("%s has %s seconds.".formatted(name, seconds));
    }
  }

  private void requireColumn(String name, double[] values) {
    require(
        COLUMN.matcher(name).matches(),
        () ->
            "The column name (%s) must be lower-case letters, digits and . + _ -".formatted(name));
    requireLength("the column " + name, values.length, rows);
  }

  private String name(BlockKind kind, Axes axes, Origin origin) {
    String name = Block.path(kind, axes, origin);
    requireNew(name);
    return name;
  }

  private void requireNew(String name) {
    require(names.add(name), () -> "There are two blocks of %s.".formatted(name));
  }

  private static void requireLength(String name, int found, int expected) {
    require(
        found == expected,
        () -> "%s must have %d values, but has %d.".formatted(name, expected, found));
  }

  private static void requireAxes(String name, Axes axes) {
    require(
        !axes.epochs().isEmpty() && !axes.seeds().isEmpty(),
        () -> "%s must have epochs and seeds.".formatted(name));
    requireAscending(name, axes.epochs());
    requireAscending(name, axes.seeds());
  }

  private static void requireAscending(String name, List<Integer> numbers) {
    for (int i = 1; i < numbers.size(); i++) {
      require(
          numbers.get(i - 1) < numbers.get(i),
          () -> "%s must ascend in %s.".formatted(name, numbers));
    }
  }

  private static void require(boolean condition, Supplier<String> message) {
    if (!condition) {
      throw new IllegalArgumentException(message.get());
    }
  }
}
