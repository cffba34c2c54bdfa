package org.nasbench4j.neural.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.SyntheticImages;
import org.nasbench4j.random.DerivedRandom;

class ImagePreparationTest {

  @Test
  void normalisesChannelByChannel() {
    float[] seen = new float[7];
    Normalization.imageNet().apply(new byte[] {0, 51, 0, (byte) 255, 0, 102}, seen, 1);
    assertThat(seen[0]).isZero();
    assertThat(seen[2]).isCloseTo((0.2f - 0.485f) / 0.229f, within(1e-6f));
    assertThat(seen[4]).isCloseTo((1 - 0.456f) / 0.224f, within(1e-6f));
    assertThat(seen[6]).isCloseTo((0.4f - 0.406f) / 0.225f, within(1e-6f));
  }

  @Test
  void aNormalizationWithoutSpreadIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Normalization(List.of(0.5f), List.of(0f)))
        .withMessageContaining("[0.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Normalization(List.of(0.5f), List.of(1f, 1f)))
        .withMessageContaining("as many");
  }

  // One bright pixel in the middle lands within four pixels of its place or of its mirror image, in
  // every channel at the same place.
  @Test
  void mirrorsAndShiftsAllChannelsAlike() {
    int side = 16;
    byte[] image = new byte[2 * side * side];
    image[8 * side + 5] = 1;
    image[side * side + 8 * side + 5] = 1;
    RandomGenerator random = DerivedRandom.of(1, "test");
    Set<Integer> places = new HashSet<>();
    for (int i = 0; i < 4000; i++) {
      byte[] changed = new Augmentation(side).apply(image, random);
      int place = indexOf(changed, 0);
      assertThat(indexOf(changed, side * side)).isEqualTo(place + side * side);
      places.add(place);
    }
    // Columns 1 to 9 and, mirrored, 6 to 14; rows 4 to 12.
    assertThat(places).hasSize(14 * 9);
  }

  private static int indexOf(byte[] image, int from) {
    int i = from;
    while (image[i] == 0) {
      i++;
    }
    return i;
  }

  @Test
  void drawsDifferentImagesOfTheSet() {
    SyntheticImages images = new SyntheticImages(40, 3, 8, 4);
    ImageBatch pool =
        ImageBatch.drawn(images, Normalization.imageNet(), 40, DerivedRandom.of(1, "test"));
    int[] counts = new int[4];
    for (int i = 0; i < pool.size(); i++) {
      counts[pool.label(i)]++;
    }
    assertThat(counts).containsOnly(10);
  }

  @Test
  void aDrawLargerThanTheSetIsRefused() {
    SyntheticImages images = new SyntheticImages(40, 3, 8, 4);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ImageBatch.drawn(images, Normalization.imageNet(), 41, DerivedRandom.of(1, "test")))
        .withMessageContaining("41")
        .withMessageContaining("stripes has 40");
  }

  // Levels 0 and 255 half and half: mean 1/2, deviation 1/2; the other channel is 51, 102, 51, 102.
  @Test
  void normalisesByTheStatisticsOfASet() {
    Normalization own = Normalization.of(new FourPixels());
    assertThat(own.means()).containsExactly(0.5f, 0.3f);
    assertThat(own.deviations().get(0)).isCloseTo(0.5f, within(1e-6f));
    assertThat(own.deviations().get(1)).isCloseTo(0.1f, within(1e-6f));
  }

  /** One image of two channels. */
  private record FourPixels() implements ImageSet {
    @Override
    public String name() {
      return "four pixels";
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public int channels() {
      return 2;
    }

    @Override
    public int side() {
      return 2;
    }

    @Override
    public int classes() {
      return 2;
    }

    @Override
    public int label(int image) {
      return 0;
    }

    @Override
    public void pixels(int image, byte[] target, int offset) {
      byte[] pixels = {0, (byte) 255, (byte) 255, 0, 51, 102, 51, 102};
      System.arraycopy(pixels, 0, target, offset, pixels.length);
    }
  }
}
