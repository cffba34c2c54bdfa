package org.nasbench4j.data.compact;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nasbench4j.table.Coverage;
import org.nasbench4j.table.Fidelity;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.Axes;

/**
 * Measurements of one kind in a file.
 *
 * @param kind what the numbers are
 * @param axes which training, split, schedule, epochs and seeds; a time has no epochs
 * @param images the number of images of the split; 0 where the kind counts none
 * @param origin measured or derived
 * @param present the number of stored values that are not absent
 * @param slab the numbers
 */
record Block(BlockKind kind, Axes axes, int images, Origin origin, long present, Slab slab) {

  /** Checks that the numbers belong together. */
  Block {
    boolean counts = kind == BlockKind.CORRECT || kind == BlockKind.CORRECT_SUM;
    if (counts == (images < 1)) {
      throw new IllegalArgumentException(
          "The array %s cannot have %d images.".formatted(slab.path(), images));
    }
    if (kind.hasEpochs() == axes.epochs().isEmpty()) {
      throw new IllegalArgumentException(
          "The array %s cannot have the epochs %s.".formatted(slab.path(), axes.epochs()));
    }
    if (counts != slab.type().isInteger() || slab.type() == ElementType.INT64) {
      throw new IllegalArgumentException(
          "The array %s cannot be of %s.".formatted(slab.path(), slab.type().id()));
    }
  }

  // The shape that the axes ask for.
  static List<Integer> dims(BlockKind kind, Axes axes, int rows) {
    int seeds = axes.seeds().size();
    return switch (kind) {
      case CORRECT, LOSS, TRAINING_SECONDS -> List.of(axes.epochs().size(), seeds, rows);
      case CORRECT_SUM -> List.of(2, rows);
      case TRAINING_EPOCH_SECONDS, EVALUATION_SECONDS -> List.of(Math.max(1, seeds), rows);
    };
  }

  // The dataset's path.
  static String path(BlockKind kind, Axes axes, Origin origin) {
    String at = kind == BlockKind.CORRECT_SUM ? "@" + axes.epochs().get(0) : "";
    String suffix = origin == Origin.DERIVED ? ".derived" : "";
    return "/%s/%s.%s.%s%s%s"
        .formatted(kind.id(), axes.training(), axes.split(), axes.schedule(), at, suffix);
  }

  // The values that can be in the array; absent counts are -1.
  ValueRange range() {
    return switch (kind) {
      case CORRECT -> new ValueRange(TableContent.ABSENT, images);
      case CORRECT_SUM -> new ValueRange(TableContent.ABSENT, Double.POSITIVE_INFINITY);
      case LOSS -> ValueRange.ANY;
      case TRAINING_SECONDS, TRAINING_EPOCH_SECONDS, EVALUATION_SECONDS ->
          new ValueRange(0, Double.POSITIVE_INFINITY);
    };
  }

  // Whether this block is of the measure's training, split and schedule.
  boolean isOf(Measure measure) {
    return axes.training().equals(measure.training())
        && axes.split() == measure.split()
        && axes.schedule().equals(measure.fidelity().schedule());
  }

  // Whether this block is of the measure and holds its epoch, if it has epochs.
  boolean holds(Measure measure) {
    return isOf(measure)
        && (!kind.hasEpochs() || axes.epochs().contains(measure.fidelity().epoch()));
  }

  // Whether this block has a value for the seed; one without seeds holds for all.
  boolean holdsSeed(int seed) {
    return axes.seeds().contains(seed) || (axes.seeds().isEmpty() && kind != BlockKind.CORRECT_SUM);
  }

  // The first element of an epoch's values.
  int epochStart(Fidelity fidelity, int rows) {
    int epoch = kind.hasEpochs() ? axes.epochs().indexOf(fidelity.epoch()) : 0;
    return epoch * axes.seeds().size() * rows;
  }

  // What this block says about accuracies.
  Coverage coverage(int rows) {
    long seeds = kind == BlockKind.CORRECT_SUM ? 1 : axes.seeds().size();
    return new Coverage(
        axes.training(),
        axes.split(),
        axes.schedule(),
        axes.epochs(),
        axes.seeds(),
        images,
        origin,
        present,
        axes.epochs().size() * seeds * rows);
  }

  // What this block holds, in words.
  String describe() {
    StringBuilder text = new StringBuilder();
    text.append("%s:%s:%s".formatted(axes.training(), axes.split(), axes.schedule()));
    if (kind.hasEpochs()) {
      text.append(" at ").append(epochs());
    }
    if (kind == BlockKind.CORRECT_SUM) {
      text.append(", mean only");
    } else if (!axes.seeds().isEmpty()) {
      text.append(", seeds ").append(join(axes.seeds()));
    }
    if (origin == Origin.DERIVED) {
      text.append(" (").append(origin.name().toLowerCase(Locale.ROOT)).append(')');
    }
    return text.toString();
  }

  // The stored epochs, in words.
  String epochs() {
    List<Integer> epochs = axes.epochs();
    int first = epochs.get(0);
    int last = epochs.get(epochs.size() - 1);
    if (epochs.size() > 2 && last - first == epochs.size() - 1) {
      return "epochs %d..%d".formatted(first, last);
    }
    return (epochs.size() == 1 ? "epoch " : "epochs ") + join(epochs);
  }

  private static String join(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
