package org.nasbench4j.neural.supernet;

import java.util.List;
import java.util.Locale;
import org.nasbench4j.neural.supernet.movement.AdamRule;
import org.nasbench4j.neural.supernet.movement.MomentumRule;
import org.nasbench4j.neural.supernet.space.SupernetDefaults;
import org.nasbench4j.neural.supernet.space.SupernetSpace;
import org.nasbench4j.word.Words;

/**
 * How large a supernet is, and what it is trained on.
 *
 * <p>Public summaries of VIM-NAS say how the architectural network is built, that noise of variance
 * 1 is added, that NAS-Bench-201 takes one epoch and NAS-Bench-1Shot1 two to five, and hint at a
 * rate of 0.025. All else is what searches of the DARTS family use, or our decision; {@code
 * docs/methods.md} says which is which.
 */
public enum SupernetPreset {
  /** The size at which supernets of the benchmarks were published. */
  PAPER(16, "cifar10", 32, 50_000),
  /** All images at half the side: minutes on one core. */
  REDUCED(8, "cifar10", 16, 50_000),
  /** Seconds on one core. */
  MICRO(4, "fashion-mnist-14", 14, 4_000);

  // As teachers: images of at least this side are shifted by up to 4 pixels, smaller ones by 2.
  private static final int LARGE = 24;
  private static final int SHIFT = 4;
  private static final int SMALL_SHIFT = 2;

  private static final int DARTS_EPOCHS = 50;
  private static final float RATE = 0.025f;
  private static final float FINAL_RATE = 0.001f;
  private static final float MOMENTUM = 0.9f;
  private static final float WEIGHT_DECAY = 3e-4f;
  private static final float CLIP = 5;
  private static final LogitSettings DISTRIBUTION =
      new LogitSettings(2, 14, 3, 1, new MomentumRule(RATE, FINAL_RATE, MOMENTUM, 0));
  private static final LogitSettings DARTS_LOGITS =
      new LogitSettings(0, 14, 3, 0, new AdamRule(3e-4f, 0.5f, 0.999f, 1e-3f));

  private final int channels;
  private final String dataset;
  private final int side;
  private final int images;

  SupernetPreset(int channels, String dataset, int side, int images) {
    this.channels = channels;
    this.dataset = dataset;
    this.side = side;
    this.images = images;
  }

  /**
   * A preset by name.
   *
   * @param name {@code paper}, {@code reduced} or {@code micro}
   * @return the preset
   * @throws IllegalArgumentException if there is none of this name
   */
  public static SupernetPreset of(String name) {
    return Words.of("preset", List.of(values()), SupernetPreset::id).choose(name);
  }

  /**
   * The name that plans and the command line use.
   *
   * @return lower case
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The data set that it is made for.
   *
   * @return {@code cifar10} or {@code fashion-mnist-14}
   */
  public String dataset() {
    return dataset;
  }

  /**
   * The images that it is made for.
   *
   * @return their side, how many, and how they are augmented
   */
  public SupernetImages images() {
    return new SupernetImages(side, images, side < LARGE ? SMALL_SHIFT : SHIFT);
  }

  /**
   * The settings of a search.
   *
   * @param method what learns
   * @param space what is learned, whose defaults are taken
   * @param seed decides first weights, noise, order and augmentation
   * @return the settings, of which each may be changed
   */
  public SupernetSettings settings(SupernetMethod method, SupernetSpace space, long seed) {
    SupernetDefaults defaults = space.defaults();
    return switch (method) {
      case VIM_NAS ->
          settings(
              defaults,
              new SupernetSchedule(defaults.batch(), defaults.epochs(), Levels.SINGLE),
              weights(WEIGHT_DECAY),
              DISTRIBUTION,
              new Convergence(0.25, 0.9),
              seed);
      case DARTS ->
          settings(
              defaults,
              new SupernetSchedule(defaults.batch(), dartsEpochs(defaults), Levels.BILEVEL),
              weights(defaults.dartsWeightDecay()),
              DARTS_LOGITS,
              Convergence.never(),
              seed);
    };
  }

  private SupernetSettings settings(
      SupernetDefaults defaults,
      SupernetSchedule schedule,
      MomentumRule weights,
      LogitSettings logits,
      Convergence convergence,
      long seed) {
    int depth = this == PAPER ? defaults.depth() : defaults.leastDepth();
    return new SupernetSettings(
        channels, depth, images(), schedule, weights, CLIP, logits, convergence, seed);
  }

  private static MomentumRule weights(float weightDecay) {
    return new MomentumRule(RATE, FINAL_RATE, MOMENTUM, weightDecay);
  }

  private int dartsEpochs(SupernetDefaults defaults) {
    return this == PAPER ? DARTS_EPOCHS : defaults.epochs();
  }
}
