package org.nasbench4j.neural.benchmark;

import java.util.List;
import java.util.Locale;
import org.nasbench4j.space.nb201.NetworkShape;
import org.nasbench4j.training.EpochChoice;

/**
 * How the networks of a table are trained.
 *
 * @param channels the channels of the first stage
 * @param cellsPerStage how often each stage repeats the cell
 * @param images what they are trained and measured on
 * @param descent how their weights move
 * @param schedules the lengths in epochs, ascending; each is trained from scratch
 * @param tested after which epochs the test images are looked at
 */
public record BenchmarkRecipe(
    int channels,
    int cellsPerStage,
    ImageSelection images,
    Descent descent,
    List<Integer> schedules,
    EpochChoice tested) {

  /** Small networks on small images: seconds a cell on one core. */
  private static final BenchmarkRecipe MICRO =
      new BenchmarkRecipe(
          4,
          1,
          new ImageSelection(14, 4_000, 5_000, Mirroring.NONE),
          new Descent(64, 0.1f, 5e-4f),
          List.of(3),
          EpochChoice.LAST);

  /** Checks the schedules and copies them. */
  public BenchmarkRecipe {
    schedules = List.copyOf(schedules);
    if (schedules.isEmpty()) {
      throw new IllegalArgumentException("The recipe must have at least one schedule.");
    }
    for (int epochs : schedules) {
      if (epochs < 1) {
        throw new IllegalArgumentException(
            "The epochs of a schedule (%d) must be at least 1.".formatted(epochs));
      }
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
   * The size of the networks.
   *
   * @param classes the classes of the images
   * @return the shape
   * @throws IllegalArgumentException if a number is out of range
   */
  public NetworkShape shape(int classes) {
    return new NetworkShape(channels, cellsPerStage, classes, images.side());
  }

  /**
   * All that a training depends on but cell, images, schedule, seeds and engine.
   *
   * @return one line
   */
  @Override
  public String toString() {
    return "C %d, N %d, side %d, %s, mirroring %s"
        .formatted(
            channels,
            cellsPerStage,
            images.side(),
            descent,
            images.mirroring().name().toLowerCase(Locale.ROOT));
  }
}
