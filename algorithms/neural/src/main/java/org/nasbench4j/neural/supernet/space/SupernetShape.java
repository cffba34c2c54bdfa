package org.nasbench4j.neural.supernet.space;

/**
 * The size of a network that shares weights.
 *
 * @param channels of its first cells, at least 1
 * @param depth how often the cell is repeated, at least 1: of NAS-Bench-201 in each stage, of
 *     NAS-Bench-1Shot1 in all, at least 3 there
 * @param classes of the images, at least 2
 */
public record SupernetShape(int channels, int depth, int classes) {

  /** Checks the ranges. */
  public SupernetShape {
    if (channels < 1 || depth < 1 || classes < 2) {
      throw new IllegalArgumentException(
          "The channels (%d) and the depth (%d) must be at least 1, the classes (%d) at least 2."
              .formatted(channels, depth, classes));
    }
  }
}
