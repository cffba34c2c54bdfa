package org.nasbench4j.neural.supernet;

import org.nasbench4j.neural.supernet.movement.StepRule;

/**
 * What logits come from, and how they are learned.
 *
 * @param blocks of the architectural network, at least 1; 0 for plain logits without a network
 * @param width the channels between its blocks, at least 1
 * @param noiseMaps the channels of its input, at least 1
 * @param noise the standard deviation of what is added to the logits in each step; 0 for none
 * @param rule how the network, or the plain logits, are moved
 */
public record LogitSettings(int blocks, int width, int noiseMaps, float noise, StepRule rule) {

  /** Checks the ranges. */
  public LogitSettings {
    if (blocks < 0 || width < 1 || noiseMaps < 1) {
      throw new IllegalArgumentException(
          "The blocks (%d) must not be negative, the width (%d) and the noise maps (%d) at least 1."
              .formatted(blocks, width, noiseMaps));
    }
    if (!(noise >= 0 && noise < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("The noise (%s) must not be negative.".formatted(noise));
    }
  }

  LogitSettings withBlocks(int changed) {
    return new LogitSettings(changed, width, noiseMaps, noise, rule);
  }

  LogitSettings withNoise(float changed) {
    return new LogitSettings(blocks, width, noiseMaps, changed, rule);
  }

  /** In one line. */
  @Override
  public String toString() {
    String source =
        blocks == 0
            ? "plain"
            : "of a network of %d blocks, width %d, %d noise maps"
                .formatted(blocks, width, noiseMaps);
    return "logits %s, noise %s, %s".formatted(source, noise, rule);
  }
}
