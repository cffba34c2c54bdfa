package org.nasbench4j.training;

import java.util.List;

/**
 * What networks of one architecture make of the images of a split, one number for each seed.
 *
 * @param correct the images that are classified rightly; of equal or no numbers the first class
 *     counts
 * @param loss the mean cross-entropy in nats; NaN for a training that diverged
 */
public record SeedResults(List<Integer> correct, List<Float> loss) {

  /** Copies the lists. */
  public SeedResults {
    correct = List.copyOf(correct);
    loss = List.copyOf(loss);
    if (correct.size() != loss.size()) {
      throw new IllegalArgumentException(
          "The correct answers %s and the losses %s must be of as many seeds."
              .formatted(correct, loss));
    }
  }
}
