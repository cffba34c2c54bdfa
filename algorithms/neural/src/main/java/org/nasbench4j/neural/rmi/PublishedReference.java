package org.nasbench4j.neural.rmi;

import ai.djl.ndarray.NDManager;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.batch.Normalization;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.network.BatchStatistics;
import org.nasbench4j.neural.network.ResNet20;
import org.nasbench4j.tensor.NamedTensors;

/** The reference network that the authors used for CIFAR-10: a published ResNet-20. */
public final class PublishedReference {
  private PublishedReference() {}

  /**
   * Chooses a batch with the published network, whose images were normalised by ImageNet's mean and
   * deviation and whose batch normalisations use the statistics of the batch, as the authors' code
   * does.
   *
   * @param session runs the network
   * @param images training images of CIFAR-10
   * @param checkpoint the network's tensors, without a prefix
   * @param size the images to keep, at least 2
   * @param seed decides the draw and the augmentation
   * @return the batch; the network is needed no more
   * @throws IllegalArgumentException if a tensor is missing or misshapen, or the images do not fit
   */
  public static RmiBatch batch(
      EngineSession session, ImageSet images, NamedTensors checkpoint, int size, long seed) {
    try (NDManager manager = session.newManager()) {
      Teacher teacher =
          new Teacher(
              new ResNet20(manager, checkpoint), BatchStatistics.BATCH, Normalization.imageNet());
      return RmiBatch.choose(session, images, teacher, size, seed);
    }
  }
}
