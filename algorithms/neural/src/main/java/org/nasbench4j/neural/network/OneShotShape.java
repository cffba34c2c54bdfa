package org.nasbench4j.neural.network;

import org.nasbench4j.space.oneshot1.OneShotLayout;

/**
 * The size of a one-shot model: a stem, a chain of cells that doubles its channels after each third
 * of it, where max pooling halves the side, and a linear layer.
 *
 * @param layout the search space
 * @param channels of a choice block in the first cells, {@code [1, 1024]}; a cell returns as many
 *     for each block
 * @param cells in all, {@code [3, 100]}
 * @param classes the outputs of the linear layer, {@code [1, 100000]}
 */
public record OneShotShape(OneShotLayout layout, int channels, int cells, int classes) {
  private static final int PARTS = 3;

  /** Checks the ranges. */
  public OneShotShape {
    check("channels", channels, 1, 1_024);
    check("cells", cells, PARTS, 100);
    check("classes", classes, 1, 100_000);
  }

  private static void check(String name, int value, int least, int greatest) {
    if (value < least || value > greatest) {
      throw new IllegalArgumentException(
          "The one-shot model's %s (%d) must be %d to %d."
              .formatted(name, value, least, greatest));
    }
  }

  // Whether a cell is the first one of a smaller side.
  boolean halves(int cell) {
    return cell == cells / PARTS || cell == 2 * cells / PARTS;
  }

  // The channels of a choice block of a cell.
  int channels(int cell) {
    int doublings = (cell >= cells / PARTS ? 1 : 0) + (cell >= 2 * cells / PARTS ? 1 : 0);
    return channels << doublings;
  }
}
