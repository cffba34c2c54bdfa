package org.nasbench4j.neural.supernet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nasbench4j.neural.supernet.movement.AdamRule;
import org.nasbench4j.neural.supernet.movement.MomentumRule;
import org.nasbench4j.neural.supernet.space.SupernetSpace;

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
  PAPER(16, 5, 9, "cifar10", 32, 50_000),
  /** All images at half the side: minutes on one core. */
  REDUCED(8, 1, 3, "cifar10", 16, 50_000),
  /** Seconds on one core. */
  MICRO(4, 1, 3, "fashion-mnist-14", 14, 4_000);

  // As teachers: images of at least this side are shifted by up to 4 pixels, smaller ones by 2.
  private static final int LARGE = 24;
  private static final int SHIFT = 4;
  private static final int SMALL_SHIFT = 2;

  private static final int CELL_BATCH = 64;
  private static final int TOPOLOGY_BATCH = 96;
  private static final int TOPOLOGY_EPOCHS = 5;
  private static final int DARTS_EPOCHS = 50;
  private static final float RATE = 0.025f;
  private static final float FINAL_RATE = 0.001f;
  private static final float MOMENTUM = 0.9f;
  private static final float WEIGHT_DECAY = 3e-4f;
  private static final float DARTS_CELL_WEIGHT_DECAY = 5e-4f;
  private static final float CLIP = 5;
  private static final LogitSettings DISTRIBUTION =
      new LogitSettings(2, 14, 3, 1, new MomentumRule(RATE, FINAL_RATE, MOMENTUM, 0));
  private static final LogitSettings DARTS_LOGITS =
      new LogitSettings(0, 14, 3, 0, new AdamRule(3e-4f, 0.5f, 0.999f, 1e-3f));

  private final int channels;
  private final int cellDepth;
  private final int topologyDepth;
  private final String dataset;
  private final int side;
  private final int images;

  SupernetPreset(
      int channels, int cellDepth, int topologyDepth, String dataset, int side, int images) {
    this.channels = channels;
    this.cellDepth = cellDepth;
    this.topologyDepth = topologyDepth;
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
    return Arrays.stream(values())
        .filter(preset -> preset.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The preset (%s) is unknown. Use one of %s.".formatted(name, ids())));
  }

  private static List<String> ids() {
    return Arrays.stream(values()).map(SupernetPreset::id).toList();
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
   * @param space what is learned; spaces of several maps, of which topology is one, have deeper
   *     networks, larger batches and more epochs
   * @param seed decides first weights, noise, order and augmentation
   * @return the settings, of which each may be changed
   */
  public SupernetSettings settings(SupernetMethod method, SupernetSpace space, long seed) {
    boolean topology = space.maps().size() > 1;
    boolean darts = method == SupernetMethod.DARTS;
    return new SupernetSettings(
        channels,
        topology ? topologyDepth : cellDepth,
        images(),
        new SupernetSchedule(
            topology ? TOPOLOGY_BATCH : CELL_BATCH,
            epochs(darts, topology),
            darts ? Levels.BILEVEL : Levels.SINGLE),
        new MomentumRule(
            RATE,
            FINAL_RATE,
            MOMENTUM,
            darts && !topology ? DARTS_CELL_WEIGHT_DECAY : WEIGHT_DECAY),
        CLIP,
        darts ? DARTS_LOGITS : DISTRIBUTION,
        darts ? Convergence.never() : new Convergence(0.25, 0.9),
        seed);
  }

  private int epochs(boolean darts, boolean topology) {
    if (darts && this == PAPER) {
      return DARTS_EPOCHS;
    }
    return topology ? TOPOLOGY_EPOCHS : 1;
  }
}
