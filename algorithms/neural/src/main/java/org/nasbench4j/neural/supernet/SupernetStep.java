package org.nasbench4j.neural.supernet;

import java.util.List;
import org.nasbench4j.neural.engine.EngineSession;

/**
 * What came out of a step.
 *
 * @param step from 1, over all epochs
 * @param epoch from 1
 * @param loss the mean cross-entropy of the batch that moved the network, in nats, before the step;
 *     finite
 * @param accuracy the share of this batch that was classified rightly, {@code [0, 1]}
 * @param entropy the mean over all rows of the entropy of what the softmax makes of the logits
 *     without noise, in nats, after the step; not negative
 * @param entropies the same of each map
 * @param confidence the mean over all rows of the highest weight, {@code (0, 1]}
 * @param architecture what would be derived after the step, as its benchmark writes it
 * @param ties how many rows have their highest logit more than once, not negative
 * @param seconds of all steps up to this one, by the clock of the training: processor time of its
 *     thread, or on a GPU time, as {@link EngineSession#workClock} says; finite, not negative
 */
public record SupernetStep(
    long step,
    int epoch,
    double loss,
    double accuracy,
    double entropy,
    List<Double> entropies,
    double confidence,
    String architecture,
    int ties,
    double seconds) {

  /** Copies the entropies and checks the ranges. */
  public SupernetStep {
    entropies = List.copyOf(entropies);
    require(step >= 1 && epoch >= 1, "step and epoch", List.of(step, epoch));
    require(Double.isFinite(loss), "loss", loss);
    require(accuracy >= 0 && accuracy <= 1, "accuracy", accuracy);
    require(isAmount(entropy), "entropy", entropy);
    require(entropies.stream().allMatch(SupernetStep::isAmount), "entropies", entropies);
    require(confidence > 0 && confidence <= 1, "confidence", confidence);
    require(ties >= 0, "ties", ties);
    require(isAmount(seconds), "seconds", seconds);
  }

  private static boolean isAmount(double value) {
    return value >= 0 && value < Double.POSITIVE_INFINITY;
  }

  private static void require(boolean fits, String name, Object value) {
    if (!fits) {
      throw new IllegalArgumentException(
          "The %s (%s) of a step is out of range.".formatted(name, value));
    }
  }
}
