package org.nasbench4j.neural.rmi;

import ai.djl.ndarray.NDManager;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.batch.Normalization;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.network.BatchStatistics;
import org.nasbench4j.neural.network.ResNet20;
import org.nasbench4j.tensor.NamedTensors;

/**
 * A trained ResNet-20 that is not on a device yet.
 *
 * @param tensors its weights and running statistics
 * @param normalization how the images of its training were normalised, which also says how many
 *     channels they have
 * @param classes the number of classes, at least 2
 */
public record StoredTeacher(NamedTensors tensors, Normalization normalization, int classes) {
  private static final int PUBLISHED_CLASSES = 10;

  /**
   * The reference network that the authors used for CIFAR-10, whose images were normalised by
   * ImageNet's means and deviations.
   *
   * @param checkpoint its tensors, without a prefix
   * @return the network
   */
  public static StoredTeacher published(NamedTensors checkpoint) {
    return new StoredTeacher(checkpoint, Normalization.imageNet(), PUBLISHED_CLASSES);
  }

  /**
   * Builds the network.
   *
   * @param manager owns its arrays, and closes them
   * @return the network
   * @throws IllegalArgumentException if a tensor is missing or misshapen
   */
  public ResNet20 network(NDManager manager) {
    return new ResNet20(manager, tensors::get, normalization.channels(), classes);
  }

  /**
   * Chooses a batch with the network, whose batch normalisations use the statistics of the batch,
   * as the authors' code does.
   *
   * @param session runs the network
   * @param images training images
   * @param size the images to keep, at least 2
   * @param seed decides the draw and the augmentation
   * @return the batch; the network is needed no more
   * @throws IllegalArgumentException if a tensor is missing or misshapen, or the images do not fit
   */
  public RmiBatch batch(EngineSession session, ImageSet images, int size, long seed) {
    try (NDManager manager = session.newManager()) {
      Teacher teacher = new Teacher(network(manager), BatchStatistics.BATCH, normalization);
      return RmiBatch.choose(session, images, teacher, size, seed);
    }
  }
}
