package org.nasbench4j.neural.supernet.space;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.nasbench4j.neural.network.Parameter;

/**
 * A network with every operation at every place, mixed by weights. Its normalisations go by the
 * batch, always. Used by one thread at a time.
 */
public interface Supernet {

  /**
   * Classifies a batch. All results live in the images' manager, or in that of the weights: both
   * are to be closed after the step.
   *
   * @param images normalised pixels: images, channels, height, width
   * @param weights for each map of the space an array (rows, columns): its rows after the softmax,
   *     zero in unused columns; gradients reach them
   * @return one row for each image, one column for each class
   */
  NDArray logits(NDArray images, List<NDArray> weights);

  /**
   * The trainable arrays.
   *
   * @return in the order of the layers, names unique
   */
  List<Parameter> parameters();
}
