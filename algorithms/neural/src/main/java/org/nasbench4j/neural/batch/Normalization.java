package org.nasbench4j.neural.batch;

import java.util.List;
import org.nasbench4j.image.ImageSet;

/**
 * Maps bytes to what networks see: {@code (byte / 255 - mean) / deviation}, channel by channel.
 *
 * @param means one for each channel, in {@code [0, 1]}
 * @param deviations one for each channel, positive
 */
public record Normalization(List<Float> means, List<Float> deviations) {
  private static final int LEVELS = 255;

  /** Checks the lengths and the deviations. */
  public Normalization {
    means = List.copyOf(means);
    deviations = List.copyOf(deviations);
    if (means.size() != deviations.size()) {
      throw new IllegalArgumentException(
          "The means %s and the deviations %s must be as many.".formatted(means, deviations));
    }
    if (!deviations.stream().allMatch(deviation -> deviation > 0)) {
      throw new IllegalArgumentException(
          "The deviations %s must be positive.".formatted(deviations));
    }
  }

  /**
   * ImageNet's statistics, by which the published reference network normalises CIFAR-10.
   *
   * @return for three channels
   */
  public static Normalization imageNet() {
    return new Normalization(List.of(0.485f, 0.456f, 0.406f), List.of(0.229f, 0.224f, 0.225f));
  }

  /**
   * The statistics of a set's own pixels, which is how NAS-Bench-201 normalises CIFAR-10.
   *
   * @param set all images are read
   * @return means and standard deviations over all pixels of a channel
   * @throws IllegalArgumentException if all pixels of a channel are the same
   */
  public static Normalization of(ImageSet set) {
    return new PixelStatistics(set).normalization();
  }

  /**
   * The channels that it is for.
   *
   * @return at least 1
   */
  public int channels() {
    return means.size();
  }

  /**
   * Normalises an image.
   *
   * @param planes its channels, row by row, bytes as unsigned
   * @param target receives as many numbers
   * @param offset where in the target the first goes
   */
  public void apply(byte[] planes, float[] target, int offset) {
    int plane = planes.length / channels();
    for (int channel = 0; channel < channels(); channel++) {
      float mean = means.get(channel);
      float deviation = deviations.get(channel);
      for (int i = channel * plane; i < (channel + 1) * plane; i++) {
        float level = (planes[i] & 0xff) / (float) LEVELS;
        target[offset + i] = (level - mean) / deviation;
      }
    }
  }
}
