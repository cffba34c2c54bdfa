package org.nasbench4j.neural.supernet;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.image.ChosenImages;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.batch.Normalization;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.supernet.space.SupernetSpace;

/**
 * Learns an architecture by a network that shares weights between all architectures of a space.
 *
 * <p>All that comes out, seconds aside, depends on space, images, settings and engine only: a
 * training that goes on from the state after any of its steps ends with the same bits as one that
 * was never interrupted.
 */
public final class SupernetTraining {
  /** Raised whenever the numbers change. */
  public static final int VERSION = 1;

  private final EngineSession session;
  private final SupernetSpace space;
  private final ImageSet images;
  private final SupernetSettings settings;
  private final LongSupplier nanoClock;
  private final Normalization normalization;

  /**
   * Prepares a training.
   *
   * @param session runs the network
   * @param space what is learned
   * @param images what is trained on, which also say how images are normalised
   * @param settings how to train
   * @param nanoClock measures what a step takes
   * @throws IllegalArgumentException if the images have another side than the settings say, or are
   *     fewer
   */
  public SupernetTraining(
      EngineSession session,
      SupernetSpace space,
      ImageSet images,
      SupernetSettings settings,
      LongSupplier nanoClock) {
    this.session = session;
    this.space = space;
    this.images = chosen(images, settings.images());
    this.settings = settings;
    this.nanoClock = nanoClock;
    normalization = Normalization.of(this.images);
  }

  private static ImageSet chosen(ImageSet images, SupernetImages wanted) {
    if (images.side() != wanted.side()) {
      throw new IllegalArgumentException(
          "The images of %s have side %d, but the settings are for side %d. Choose another preset or other images."
              .formatted(images.name(), images.side(), wanted.side()));
    }
    if (images.size() < wanted.count()) {
      throw new IllegalArgumentException(
          "The settings need %d images, but %s has %d. Choose fewer."
              .formatted(wanted.count(), images.name(), images.size()));
    }
    int[] first = IntStream.range(0, wanted.count()).toArray();
    return ChosenImages.of(images, first, images.name());
  }

  /**
   * What is trained on.
   *
   * @return the chosen images, in the order of their set
   */
  public ImageSet images() {
    return images;
  }

  /**
   * Trains to the end.
   *
   * @param from the state to go on from; null to begin
   * @param listener is told after each step
   * @return the state after the last step; {@code from} itself if it is the last
   * @throws IOException if the listener cannot store a state
   * @throws IllegalArgumentException if the state is of another training, or the loss is no finite
   *     number any more; then the message names the step, and the state after the second step
   *     before it is the last that is known to be good
   */
  public SupernetState run(@Nullable SupernetState from, SupernetListener listener)
      throws IOException {
    try (NDManager manager = session.newManager()) {
      SupernetRun run = run(manager, from);
      if (from != null && run.finished()) {
        return from;
      }
      while (!run.finished()) {
        listener.stepDone(run.step(), run::state);
      }
      return run.state();
    }
  }

  private SupernetRun run(NDManager manager, @Nullable SupernetState from) {
    SupernetRun run =
        new SupernetRun(
            session,
            manager,
            space,
            settings,
            new SupernetData(images, normalization, settings),
            nanoClock);
    if (from != null) {
      run.restore(from);
    }
    return run;
  }
}
