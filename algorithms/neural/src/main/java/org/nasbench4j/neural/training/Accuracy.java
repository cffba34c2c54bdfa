package org.nasbench4j.neural.training;

import ai.djl.ndarray.NDManager;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.batch.Normalization;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.network.BatchStatistics;
import org.nasbench4j.neural.network.TappedNetwork;
import org.nasbench4j.neural.rmi.StoredTeacher;

/** How well a network classifies, by its running statistics. */
public final class Accuracy {
  private static final int BATCH = 250;

  private Accuracy() {}

  /**
   * Classifies the first images of a set with a stored network.
   *
   * @param session runs the network
   * @param teacher the network, and how it sees images
   * @param set the images
   * @param images how many, {@code [1, set.size()]}
   * @return the share that is classified rightly, {@code [0, 1]}
   * @throws IllegalArgumentException if the number of images is out of range, or a tensor is
   *     missing or misshapen
   */
  public static double of(EngineSession session, StoredTeacher teacher, ImageSet set, int images) {
    try (NDManager manager = session.newManager()) {
      return of(session, teacher.network(manager), teacher.normalization(), set, images);
    }
  }

  /**
   * Classifies the first images of a set.
   *
   * @param session runs the network
   * @param network the network
   * @param normalization how it sees images
   * @param set the images
   * @param images how many, {@code [1, set.size()]}
   * @return the share that is classified rightly, {@code [0, 1]}
   * @throws IllegalArgumentException if the number of images is out of range
   */
  public static double of(
      EngineSession session,
      TappedNetwork network,
      Normalization normalization,
      ImageSet set,
      int images) {
    if (images < 1 || images > set.size()) {
      throw new IllegalArgumentException(
          "The images (%d) must be 1 to %d, as many as %s has."
              .formatted(images, set.size(), set.name()));
    }
    int right = 0;
    for (int first = 0; first < images; first += BATCH) {
      TrainingBatch batch = batch(normalization, set, first, Math.min(images, first + BATCH));
      right += session.withoutGradients(() -> right(session, network, batch));
    }
    return (double) right / images;
  }

  private static int right(EngineSession session, TappedNetwork network, TrainingBatch batch) {
    try (NDManager manager = session.newManager()) {
      return batch.right(network.forward(batch.images(manager), BatchStatistics.RUNNING).logits());
    }
  }

  private static TrainingBatch batch(Normalization normalization, ImageSet set, int from, int to) {
    byte[] image = new byte[set.channels() * set.side() * set.side()];
    float[] pixels = new float[(to - from) * image.length];
    int[] labels = new int[to - from];
    for (int i = 0; i < labels.length; i++) {
      set.pixels(from + i, image, 0);
      normalization.apply(image, pixels, i * image.length);
      labels[i] = set.label(from + i);
    }
    return new TrainingBatch(set, pixels, labels);
  }
}
