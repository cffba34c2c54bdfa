package org.nasbench4j.neural.batch;

import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.image.ImageSet;

/** How often each level of brightness occurs in each channel of a set, from which all follows. */
final class PixelStatistics {
  private static final int LEVELS = 256;

  private final long[][] counts;

  PixelStatistics(ImageSet set) {
    counts = new long[set.channels()][LEVELS];
    int plane = set.side() * set.side();
    byte[] pixels = new byte[set.channels() * plane];
    for (int image = 0; image < set.size(); image++) {
      set.pixels(image, pixels, 0);
      for (int i = 0; i < pixels.length; i++) {
        counts[i / plane][pixels[i] & 0xff]++;
      }
    }
  }

  Normalization normalization() {
    List<Float> means = new ArrayList<>();
    List<Float> deviations = new ArrayList<>();
    for (long[] channel : counts) {
      double mean = moment(channel, 0, 1);
      means.add((float) mean);
      deviations.add((float) Math.sqrt(moment(channel, mean, 2)));
    }
    return new Normalization(means, deviations);
  }

  // The mean power of the distance to a centre, with brightness in [0, 1].
  private static double moment(long[] channel, double centre, int power) {
    double sum = 0;
    long pixels = 0;
    for (int level = 0; level < LEVELS; level++) {
      sum += channel[level] * Math.pow(level / (LEVELS - 1.0) - centre, power);
      pixels += channel[level];
    }
    return sum / pixels;
  }
}
