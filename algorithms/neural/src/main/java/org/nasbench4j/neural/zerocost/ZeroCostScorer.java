package org.nasbench4j.neural.zerocost;

import ai.djl.ndarray.NDManager;
import java.util.function.LongSupplier;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.batch.ImageBatch;
import org.nasbench4j.neural.batch.Normalization;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.engine.Stopwatch;
import org.nasbench4j.neural.network.Nb201Network;
import org.nasbench4j.neural.network.Variant;
import org.nasbench4j.proxy.ProxyScore;
import org.nasbench4j.random.DerivedRandom;
import org.nasbench4j.space.nb201.LiveCell;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Space;

/**
 * Scores cells by one look at a network that was never trained.
 *
 * <p>A score depends on cell, initialisation, settings, batch and seed only, and is the same from
 * any thread. Any number of threads may score at once. Of cells that compute the same function,
 * score one and the same: the seed of the weights is derived from the cell. All proxies look at the
 * same weights. Only live edges are built.
 */
public final class ZeroCostScorer {

  private final EngineSession session;
  private final ZeroCostProxy proxy;
  private final ZeroCostSettings settings;
  private final ImageBatch batch;
  private final long seed;
  private final LongSupplier nanoClock;
  private final Nb201Space space = new Nb201Space();

  /**
   * Prepares scoring.
   *
   * @param session runs the networks
   * @param proxy what is computed
   * @param settings what the cells are built into
   * @param batch the images, as many as the settings say: {@link #batch}, or {@link
   *     ImageBatch#ones} for proxies that see no images
   * @param seed decides the weights
   * @param nanoClock measures what a score takes
   * @throws IllegalArgumentException if the batch has another size
   */
  public ZeroCostScorer(
      EngineSession session,
      ZeroCostProxy proxy,
      ZeroCostSettings settings,
      ImageBatch batch,
      long seed,
      LongSupplier nanoClock) {
    if (batch.size() != settings.batch()) {
      throw new IllegalArgumentException(
          "The batch has %d images; the settings say %d."
              .formatted(batch.size(), settings.batch()));
    }
    this.session = session;
    this.proxy = proxy;
    this.settings = settings;
    this.batch = batch;
    this.seed = seed;
    this.nanoClock = nanoClock;
  }

  /**
   * Draws images, which are augmented once and normalised by the statistics of their set.
   *
   * @param set training images
   * @param settings how many
   * @param seed decides the draw and the augmentation
   * @return the batch
   * @throws IllegalArgumentException if there are too few images
   */
  public static ImageBatch batch(ImageSet set, ZeroCostSettings settings, long seed) {
    return ImageBatch.drawn(
        set, Normalization.of(set), settings.batch(), DerivedRandom.of(seed, "zero-cost-batch"));
  }

  /**
   * Scores a cell.
   *
   * @param cell the representative of the cells with its function
   * @param init which initialisation, from 0
   * @return the score; minus infinity if no path leads from the cell's input to its output, or
   *     there is no number
   */
  public ProxyScore score(Nb201Cell cell, int init) {
    Stopwatch watch = Stopwatch.start(nanoClock);
    double value =
        LiveCell.of(cell).isDisconnected() ? Double.NEGATIVE_INFINITY : measured(cell, init);
    double seconds = watch.seconds();
    return new ProxyScore(Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value, seconds);
  }

  private double measured(Nb201Cell cell, int init) {
    return session.withGradients(
        () -> {
          try (NDManager manager = session.newManager()) {
            return proxy
                .measurement()
                .of(
                    new Specimen(
                        session, manager, batch, variant -> network(manager, cell, init, variant)));
          }
        });
  }

  private Nb201Network network(NDManager manager, Nb201Cell cell, int init, Variant variant) {
    return Nb201Network.of(
        manager,
        cell,
        settings.shape(batch.kind()),
        batch.kind().channels(),
        DerivedRandom.of(
            seed, "zero-cost-init", String.valueOf(space.index(cell)), String.valueOf(init)),
        variant);
  }
}
