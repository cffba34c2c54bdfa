package org.nasbench4j.neural.rmi;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.batch.ImageBatch;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.engine.NativeArrays;
import org.nasbench4j.neural.network.Features;
import org.nasbench4j.random.DerivedRandom;

/**
 * The images that all cells are scored on, and how similar a reference network finds them to each
 * other. Immutable and thread-safe.
 *
 * <p>A pool of sixteen times as many training images is drawn and augmented once; the images on
 * which the reference network has the smallest cross-entropy are kept, in this order, the earlier
 * drawn first among equals. Cross-entropies are computed in double precision: in single precision
 * nearly all of the kept ones are zero and tie.
 */
public final class RmiBatch {
  private static final int POOL = 16;

  private final ImageBatch images;
  private final List<float[]> targets;

  private RmiBatch(ImageBatch images, List<float[]> targets) {
    this.images = images;
    this.targets = targets;
  }

  /**
   * Draws a pool and chooses the batch.
   *
   * @param session runs the reference network
   * @param set training images
   * @param teacher the reference network, and how it sees images
   * @param size the images to keep, at least 2
   * @param seed decides the draw and the augmentation
   * @return the batch
   * @throws IllegalArgumentException if there are too few images, the reference network is for
   *     others, the batch has one class only, or a tap is the same for all its images
   */
  public static RmiBatch choose(
      EngineSession session, ImageSet set, Teacher teacher, int size, long seed) {
    teacher.checkFits(set);
    RandomGenerator random = DerivedRandom.of(seed, "rmi-batch");
    ImageBatch pool =
        ImageBatch.drawn(set, teacher.normalization(), Math.multiplyExact(POOL, size), random);
    return session.withoutGradients(
        () -> {
          try (NDManager manager = session.newManager()) {
            Features pooled = features(manager, pool, teacher);
            ImageBatch kept = pool.chosen(easiest(pool, pooled.logits().toFloatArray(), size));
            checkClasses(kept, set);
            List<NDArray> taps = features(manager, kept, teacher).taps();
            return new RmiBatch(kept, taps.stream().map(RmiBatch::target).toList());
          }
        });
  }

  private static Features features(NDManager manager, ImageBatch pool, Teacher teacher) {
    return teacher.network().forward(pool.images(manager), teacher.statistics());
  }

  private static int[] easiest(ImageBatch pool, float[] logits, int size) {
    int classes = logits.length / pool.size();
    double[] losses = new double[pool.size()];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = CrossEntropy.of(logits, i * classes, classes, pool.label(i));
    }
    return IntStream.range(0, losses.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> losses[i]))
        .limit(size)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static void checkClasses(ImageBatch kept, ImageSet set) {
    if (kept.classes() < 2) {
      throw new IllegalArgumentException(
          "All %d images of the batch from %s have the label %d. Choose a larger batch or another seed."
              .formatted(kept.size(), set.name(), kept.label(0)));
    }
  }

  private static float[] target(NDArray tap) {
    float[] target = LinearCka.target(tap).toFloatArray();
    if (Float.isNaN(target[0])) {
      throw new IllegalArgumentException(
          "A tap of the reference network is the same for all images of the batch. Check its"
              + " weights.");
    }
    return target;
  }

  NDArray images(NDManager manager) {
    return images.images(manager);
  }

  // The centred Gram matrices of the reference network's taps, scaled to the norm 1.
  List<NDArray> targets(NDManager manager) {
    Shape square = new Shape(size(), size());
    return targets.stream().map(target -> NativeArrays.copyOf(manager, target, square)).toList();
  }

  NDArray labelWeights(NDManager manager) {
    return images.labelWeights(manager);
  }

  /**
   * The number of images.
   *
   * @return at least 2
   */
  public int size() {
    return images.size();
  }

  /**
   * The class of an image.
   *
   * @param image {@code [0, size())}
   * @return {@code [0, classes())}
   */
  public int label(int image) {
    return images.label(image);
  }

  /**
   * The number of classes of the data set; some may be absent from the batch.
   *
   * @return at least 2
   */
  public int classes() {
    return images.kind().classes();
  }

  /**
   * The number of channels of the images.
   *
   * @return 1 or 3
   */
  public int channels() {
    return images.kind().channels();
  }

  /**
   * The height and width of the images in pixels.
   *
   * @return at least 1
   */
  public int side() {
    return images.kind().side();
  }
}
