package org.nasbench4j.neural.benchmark;

import java.util.List;
import java.util.Locale;
import org.nasbench4j.space.nb201.NetworkShape;

/**
 * How the networks of a table are trained: by stochastic gradient descent with momentum 0.9, whose
 * rate falls along half a cosine from its peak to zero, on a selection of images.
 *
 * @param channels the channels of the first stage
 * @param cellsPerStage how often each stage repeats the cell
 * @param side the height and width of the images, in pixels
 * @param trainingImages how many are trained on, at least 1
 * @param evaluationImages how many validate, and how many test, at least 1
 * @param batch the images of a step, at least 2
 * @param peakRate the first learning rate, positive
 * @param weightDecay on every weight, not negative
 * @param mirroring whether training images are mirrored
 * @param schedules the lengths in epochs, ascending; each is trained from scratch
 */
public record BenchmarkRecipe(
    int channels,
    int cellsPerStage,
    int side,
    int trainingImages,
    int evaluationImages,
    int batch,
    float peakRate,
    float weightDecay,
    Mirroring mirroring,
    List<Integer> schedules) {

  /** Small networks on small images: seconds a cell on one core. */
  private static final BenchmarkRecipe MICRO =
      new BenchmarkRecipe(4, 1, 14, 4_000, 5_000, 64, 0.1f, 5e-4f, Mirroring.NONE, List.of(2, 6));

  static final float MOMENTUM = 0.9f;

  /** Checks the ranges and copies the list. */
  public BenchmarkRecipe {
    schedules = List.copyOf(schedules);
    atLeast("training images", trainingImages, 1);
    atLeast("evaluation images", evaluationImages, 1);
    atLeast("batch", batch, 2);
    if (schedules.isEmpty()) {
      throw new IllegalArgumentException("The recipe must have at least one schedule.");
    }
    schedules.forEach(epochs -> atLeast("epochs of a schedule", epochs, 1));
    if (!(peakRate > 0 && peakRate < Float.POSITIVE_INFINITY && weightDecay >= 0)) {
      throw new IllegalArgumentException(
          "The rate (%s) must be positive, and the weight decay (%s) not negative."
              .formatted(peakRate, weightDecay));
    }
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "The %s (%d) must be at least %d.".formatted(name, value, least));
    }
  }

  /**
   * A recipe by name.
   *
   * @param name {@code micro}
   * @return the recipe
   * @throws IllegalArgumentException if there is no such preset
   */
  public static BenchmarkRecipe preset(String name) {
    if (!name.equals("micro")) {
      throw new IllegalArgumentException("The preset (%s) is unknown. Use micro.".formatted(name));
    }
    return MICRO;
  }

  /**
   * The same recipe with other schedules.
   *
   * @param others the lengths in epochs, ascending
   * @return a new recipe
   * @throws IllegalArgumentException if there is none, or one without epochs
   */
  public BenchmarkRecipe with(List<Integer> others) {
    return new BenchmarkRecipe(
        channels,
        cellsPerStage,
        side,
        trainingImages,
        evaluationImages,
        batch,
        peakRate,
        weightDecay,
        mirroring,
        others);
  }

  /**
   * The same recipe on more or fewer images.
   *
   * @param training how many are trained on, at least 1
   * @param evaluation how many validate, and how many test, at least 1
   * @return a new recipe
   * @throws IllegalArgumentException if a number is out of range
   */
  public BenchmarkRecipe withImages(int training, int evaluation) {
    return new BenchmarkRecipe(
        channels,
        cellsPerStage,
        side,
        training,
        evaluation,
        batch,
        peakRate,
        weightDecay,
        mirroring,
        schedules);
  }

  /**
   * The size of the networks.
   *
   * @param classes the classes of the images
   * @return the shape
   * @throws IllegalArgumentException if a number is out of range
   */
  public NetworkShape shape(int classes) {
    return new NetworkShape(channels, cellsPerStage, classes, side);
  }

  // The learning rate of a step, from 0; never zero.
  float rate(long step, long steps) {
    return (float) (peakRate * (1 + Math.cos(Math.PI * step / steps)) / 2);
  }

  /**
   * All that a training depends on but cell, images, schedule, seeds and engine.
   *
   * @return one line
   */
  @Override
  public String toString() {
    return "C %d, N %d, side %d, batch %d, sgd with momentum %s, weight decay %s, cosine from rate %s, mirroring %s"
        .formatted(
            channels,
            cellsPerStage,
            side,
            batch,
            MOMENTUM,
            weightDecay,
            peakRate,
            mirroring.name().toLowerCase(Locale.ROOT));
  }
}
