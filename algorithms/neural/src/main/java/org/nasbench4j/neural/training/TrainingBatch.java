package org.nasbench4j.neural.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.batch.LabelWeights;
import org.nasbench4j.neural.engine.NativeArrays;

/**
 * Normalised images and their labels.
 *
 * @param set where they are from
 * @param pixels images, channels, height, width; handed over, not copied
 * @param labels the class of each image; handed over, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // numbers on their way into the engine; never compared
public record TrainingBatch(ImageSet set, float[] pixels, int[] labels) {

  /**
   * The pixels in memory of the engine.
   *
   * @param manager owns the array
   * @return images, channels, height, width
   */
  public NDArray images(NDManager manager) {
    Shape shape = new Shape(labels.length, set.channels(), set.side(), set.side());
    return NativeArrays.copyOf(manager, pixels, shape);
  }

  /**
   * By which log-probabilities are multiplied to add up to the mean cross-entropy.
   *
   * @param manager owns the array
   * @return one row for each image, one column for each class
   */
  public NDArray labelWeights(NDManager manager) {
    return LabelWeights.of(manager, labels, set.classes(), labels.length);
  }

  /**
   * How many images have their highest logit at their label; of equal logits the first counts.
   *
   * @param logits one row for each image, one column for each class
   * @return {@code [0, number of images]}
   */
  public int right(NDArray logits) {
    float[] values = logits.toFloatArray();
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += highest(values, i * set.classes()) == labels[i] ? 1 : 0;
    }
    return right;
  }

  private int highest(float[] logits, int offset) {
    int highest = 0;
    for (int i = 1; i < set.classes(); i++) {
      highest = logits[offset + i] > logits[offset + highest] ? i : highest;
    }
    return highest;
  }
}
