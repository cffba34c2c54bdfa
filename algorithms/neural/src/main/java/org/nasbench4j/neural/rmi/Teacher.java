package org.nasbench4j.neural.rmi;

import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.batch.Normalization;
import org.nasbench4j.neural.network.BatchStatistics;
import org.nasbench4j.neural.network.TappedNetwork;

/**
 * The reference network of RMI, and how it sees images.
 *
 * @param network a trained network
 * @param statistics what its batch normalisations normalise by; {@link BatchStatistics#BATCH} is
 *     what the authors' code does, {@link BatchStatistics#RUNNING} the cleaner reading of a
 *     pretrained network
 * @param normalization how the images of its training were normalised
 */
public record Teacher(
    TappedNetwork network, BatchStatistics statistics, Normalization normalization) {

  void checkFits(ImageSet set) {
    if (network.classes() != set.classes() || normalization.channels() != set.channels()) {
      throw new IllegalArgumentException(
          "The reference network has %d classes and sees %d channels; %s has %d and %d."
              .formatted(
                  network.classes(),
                  normalization.channels(),
                  set.name(),
                  set.classes(),
                  set.channels()));
    }
  }
}
