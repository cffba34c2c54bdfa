package org.nasbench4j.cli.image;

import org.nasbench4j.neural.batch.ImageKind;
import org.nasbench4j.space.nb201.NetworkShape;

/** What counts have for stems of three colours, and stems of grey images have not. */
public final class StemSurplus {
  private static final int COUNTED_CHANNELS = 3;
  private static final int STEM_KERNEL = 3 * 3;

  private StemSurplus() {}

  /**
   * How much too large a count is.
   *
   * @param count {@code params} or {@code flops}
   * @param shape the network's
   * @param kind the images that it sees
   * @return 0 for images of three colours
   */
  public static long of(String count, NetworkShape shape, ImageKind kind) {
    long weights = (long) (COUNTED_CHANNELS - kind.channels()) * STEM_KERNEL * shape.channels(0);
    return count.equals("flops") ? weights * kind.side() * kind.side() : weights;
  }
}
