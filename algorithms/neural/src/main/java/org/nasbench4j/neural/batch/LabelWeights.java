package org.nasbench4j.neural.batch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.nasbench4j.neural.engine.NativeArrays;

/** By which log-probabilities are multiplied to add up to the mean cross-entropy. */
public final class LabelWeights {
  private LabelWeights() {}

  /**
   * Minus one by the number of images at the label of each row, and zero elsewhere.
   *
   * @param manager owns the array
   * @param labels the class of each row of the logits
   * @param classes how many classes there are
   * @param images over how many images the mean is taken: the rows of a network, or of one lane
   * @return one row for each label, one column for each class
   */
  public static NDArray of(NDManager manager, int[] labels, int classes, int images) {
    float[] weights = new float[labels.length * classes];
    for (int i = 0; i < labels.length; i++) {
      weights[i * classes + labels[i]] = -1f / images;
    }
    return NativeArrays.copyOf(manager, weights, new Shape(labels.length, classes));
  }
}
