package org.nasbench4j.neural.supernet;

import java.util.List;
import java.util.Locale;
import org.nasbench4j.word.Words;

/** What is changed of VIM-NAS to see what it is good for. */
public enum Ablation {
  /** Nothing is changed. */
  NONE,
  /** No noise is added to the logits: a point is learned instead of a distribution. */
  POINT_ESTIMATE,
  /** The architectural network has one block. */
  ONE_BLOCK,
  /** The architectural network has five blocks. */
  FIVE_BLOCKS,
  /** The logits are learned without a network. */
  PLAIN_LOGITS,
  /** Network and architectural network see different halves of the images. */
  BILEVEL;

  /**
   * An ablation by name.
   *
   * @param name as {@link #id} says
   * @return the ablation
   * @throws IllegalArgumentException if there is none of this name
   */
  public static Ablation of(String name) {
    return Words.of("ablation", List.of(values()), Ablation::id).choose(name);
  }

  /**
   * The name that plans and the command line use.
   *
   * @return lower case with hyphens, for example {@code point-estimate}
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Changes settings.
   *
   * @param settings those of VIM-NAS
   * @return the changed settings
   */
  public SupernetSettings appliedTo(SupernetSettings settings) {
    LogitSettings logits = settings.logits();
    return switch (this) {
      case NONE -> settings;
      case POINT_ESTIMATE -> settings.with(logits.withNoise(0));
      case ONE_BLOCK -> settings.with(logits.withBlocks(1));
      case FIVE_BLOCKS -> settings.with(logits.withBlocks(5));
      case PLAIN_LOGITS -> settings.with(logits.withBlocks(0));
      case BILEVEL -> settings.with(settings.schedule().withLevels(Levels.BILEVEL));
    };
  }
}
