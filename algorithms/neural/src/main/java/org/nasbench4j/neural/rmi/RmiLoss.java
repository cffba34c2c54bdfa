package org.nasbench4j.neural.rmi;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.neural.engine.NativeArrays;
import org.nasbench4j.neural.network.Features;

/**
 * What a network is trained on: {@code mixture (3 - RMI) + (1 - mixture) cross-entropy}, where RMI
 * is the sum of the three taps' alignments with the reference network's.
 */
final class RmiLoss {
  private final List<NDArray> targets;
  private final NDArray labels;
  private final NDArray taps;
  private final NDArray minusMixture;
  private final NDArray rest;

  RmiLoss(NDManager manager, RmiBatch batch, float mixture) {
    targets = batch.targets(manager);
    labels = batch.labelWeights(manager);
    taps = NativeArrays.scalar(manager, Features.TAPS);
    minusMixture = NativeArrays.scalar(manager, -mixture);
    rest = NativeArrays.scalar(manager, 1 - mixture);
  }

  // All terms live in the features' manager.
  Terms of(Features features) {
    List<NDArray> alignments = new ArrayList<>();
    for (int tap = 0; tap < Features.TAPS; tap++) {
      alignments.add(LinearCka.alignment(features.taps().get(tap), targets.get(tap)));
    }
    NDArray rmi = alignments.get(0).add(alignments.get(1)).add(alignments.get(2));
    NDArray crossEntropy = features.logits().logSoftmax(1).mul(labels).sum();
    NDArray mixed = rmi.sub(taps).mul(minusMixture).add(crossEntropy.mul(rest));
    return new Terms(mixed, crossEntropy, alignments);
  }

  /** The loss and what it was mixed from, each a single number. */
  record Terms(NDArray mixed, NDArray crossEntropy, List<NDArray> alignments) {

    RmiStep read(int iteration) {
      NDList all = new NDList(alignments);
      all.add(mixed);
      all.add(crossEntropy);
      try (NDArray stacked = NDArrays.stack(all)) {
        float[] values = stacked.toFloatArray();
        return new RmiStep(
            iteration,
            values[Features.TAPS],
            values[Features.TAPS + 1],
            List.of((double) values[0], (double) values[1], (double) values[2]));
      }
    }
  }
}
