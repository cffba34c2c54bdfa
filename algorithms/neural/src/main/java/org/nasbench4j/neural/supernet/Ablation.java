package org.nasbench4j.neural.supernet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What is changed of VIM-NAS to see what it is good for. */
public enum Ablation {
  /** Nothing is changed. */
  NONE(settings -> settings),
  /** No noise is added to the logits: a point is learned instead of a distribution. */
  POINT_ESTIMATE(settings -> settings.with(settings.logits().withNoise(0))),
  /** The architectural network has one block. */
  ONE_BLOCK(settings -> settings.with(settings.logits().withBlocks(1))),
  /** The architectural network has five blocks. */
  FIVE_BLOCKS(settings -> settings.with(settings.logits().withBlocks(5))),
  /** The logits are learned without a network. */
  PLAIN_LOGITS(settings -> settings.with(settings.logits().withBlocks(0))),
  /** Network and architectural network see different halves of the images. */
  BILEVEL(
      settings ->
          settings.with(
              new SupernetSchedule(
                  settings.schedule().batch(), settings.schedule().epochs(), Levels.BILEVEL)));

  private final UnaryOperator<SupernetSettings> change;

  Ablation(UnaryOperator<SupernetSettings> change) {
    this.change = change;
  }

  /**
   * An ablation by name.
   *
   * @param name as {@link #id} says
   * @return the ablation
   * @throws IllegalArgumentException if there is none of this name
   */
  public static Ablation of(String name) {
    return Arrays.stream(values())
        .filter(ablation -> ablation.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The ablation (%s) is unknown. Use one of %s.".formatted(name, ids())));
  }

  private static List<String> ids() {
    return Arrays.stream(values()).map(Ablation::id).toList();
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
  public SupernetSettings of(SupernetSettings settings) {
    return change.apply(settings);
  }
}
