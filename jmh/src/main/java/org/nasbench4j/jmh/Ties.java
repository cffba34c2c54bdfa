package org.nasbench4j.jmh;

/** How often scores repeat. */
public enum Ties {
  /** Accuracies on 10,000 images: many values occur often, most of them near the top. */
  ACCURACIES {
    @Override
    double score(double quality) {
      return Math.round(IMAGES * quality) / IMAGES;
    }
  },
  /** Scores of full precision: hardly any value occurs twice. */
  FEW {
    @Override
    double score(double quality) {
      return quality;
    }
  };

  private static final double IMAGES = 10_000;

  /** The score of an item of a quality in {@code [0, 1]}. */
  abstract double score(double quality);
}
