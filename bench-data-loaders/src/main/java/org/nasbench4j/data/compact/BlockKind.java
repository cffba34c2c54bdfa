package org.nasbench4j.data.compact;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.nasbench4j.table.TableContent.SecondsBlock;
import org.nasbench4j.table.TableContent.Series;

/** What the numbers of a {@link Block} are. */
enum BlockKind {
  CORRECT("correct", "accuracy"),
  CORRECT_SUM("correct-sum", "accuracy"),
  LOSS("loss", "loss"),
  TRAINING_SECONDS("training-seconds", "training time"),
  TRAINING_EPOCH_SECONDS("training-epoch-seconds", "training time"),
  EVALUATION_SECONDS("evaluation-seconds", "evaluation time");

  private final String id;
  private final String noun;

  BlockKind(String id, String noun) {
    this.id = id;
    this.noun = noun;
  }

  // The name in files.
  String id() {
    return id;
  }

  // The name in messages.
  String noun() {
    return noun;
  }

  // Whether a block holds one value for the end of each epoch, not one for the schedule.
  boolean hasEpochs() {
    return this == CORRECT || this == CORRECT_SUM || this == LOSS || this == TRAINING_SECONDS;
  }

  static BlockKind of(Series kind) {
    return switch (kind) {
      case LOSS -> LOSS;
      case TRAINING_SECONDS -> TRAINING_SECONDS;
    };
  }

  static BlockKind of(SecondsBlock.Kind kind) {
    return switch (kind) {
      case TRAINING_EPOCH -> TRAINING_EPOCH_SECONDS;
      case EVALUATION -> EVALUATION_SECONDS;
    };
  }

  static BlockKind parse(String id) {
    for (BlockKind kind : values()) {
      if (kind.id.equals(id)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "The kind (%s) is unknown. Use one of %s."
            .formatted(
                id, Arrays.stream(values()).map(BlockKind::id).collect(Collectors.joining(", "))));
  }
}
