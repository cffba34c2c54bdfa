package org.nasbench4j.neural.batch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.engine.NativeArrays;

/** Normalised images with labels, and the choice of some of them. Immutable and thread-safe. */
public final class ImageBatch {
  private final ImageKind kind;
  private final float[] pixels;
  private final int[] labels;

  private ImageBatch(ImageKind kind, float[] pixels, int[] labels) {
    this.kind = kind;
    this.pixels = pixels;
    this.labels = labels;
  }

  /**
   * Draws different images uniformly, and augments each once as for training: half are mirrored,
   * and each is shifted by up to four pixels.
   *
   * @param set where the images are drawn from
   * @param normalization for as many channels
   * @param size the number of images, at least 1
   * @param random decides the draw and the augmentation
   * @return the batch
   * @throws IllegalArgumentException if there are fewer images
   */
  public static ImageBatch drawn(
      ImageSet set, Normalization normalization, int size, RandomGenerator random) {
    if (size > set.size()) {
      throw new IllegalArgumentException(
          "The draw needs %d images, but %s has %d. Choose a smaller batch."
              .formatted(size, set.name(), set.size()));
    }
    Augmentation augmentation = new Augmentation(set.side());
    byte[] image = new byte[set.channels() * set.side() * set.side()];
    float[] pixels = new float[Math.multiplyExact(size, image.length)];
    int[] labels = new int[size];
    BitSet taken = new BitSet(set.size());
    for (int i = 0; i < size; i++) {
      int drawn = random.nextInt(set.size());
      while (taken.get(drawn)) {
        drawn = random.nextInt(set.size());
      }
      taken.set(drawn);
      set.pixels(drawn, image, 0);
      normalization.apply(augmentation.apply(image, random), pixels, i * image.length);
      labels[i] = set.label(drawn);
    }
    return new ImageBatch(ImageKind.of(set), pixels, labels);
  }

  /**
   * A single image whose pixels are all 1, of the first class.
   *
   * @param kind its channels and side
   * @return a batch of one
   */
  public static ImageBatch ones(ImageKind kind) {
    float[] pixels = new float[kind.channels() * kind.side() * kind.side()];
    Arrays.fill(pixels, 1);
    return new ImageBatch(kind, pixels, new int[1]);
  }

  /**
   * Some of the images.
   *
   * @param indices which, each in {@code [0, size())}
   * @return the images in this order
   */
  public ImageBatch chosen(int[] indices) {
    int length = pixels.length / labels.length;
    float[] kept = new float[indices.length * length];
    for (int i = 0; i < indices.length; i++) {
      System.arraycopy(pixels, indices[i] * length, kept, i * length, length);
    }
    return new ImageBatch(kind, kept, Arrays.stream(indices).map(index -> labels[index]).toArray());
  }

  /**
   * What kind of images they are.
   *
   * @return that of their set
   */
  public ImageKind kind() {
    return kind;
  }

  /**
   * The number of images.
   *
   * @return at least 1
   */
  public int size() {
    return labels.length;
  }

  /**
   * The class of an image.
   *
   * @param image {@code [0, size())}
   * @return its number, from 0
   */
  public int label(int image) {
    return labels[image];
  }

  /**
   * How many classes the images have between them.
   *
   * @return at least 1
   */
  public long classes() {
    return Arrays.stream(labels).distinct().count();
  }

  /**
   * The pixels in memory of the engine.
   *
   * @param manager owns the array
   * @return images, channels, height, width
   */
  public NDArray images(NDManager manager) {
    return NativeArrays.copyOf(
        manager, pixels, new Shape(size(), kind.channels(), kind.side(), kind.side()));
  }

  /**
   * By which log-probabilities are multiplied to add up to the mean cross-entropy.
   *
   * @param manager owns the array
   * @return one row for each image, one column for each class of the set
   */
  public NDArray labelWeights(NDManager manager) {
    return LabelWeights.of(manager, labels, kind.classes(), size());
  }
}
