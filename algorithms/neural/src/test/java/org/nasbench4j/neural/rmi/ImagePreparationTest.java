package org.nasbench4j.neural.rmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
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
    Pool pool = Pool.drawn(images, Normalization.imageNet(), 40, DerivedRandom.of(1, "test"));
    int[] counts = new int[4];
    for (int i = 0; i < pool.size(); i++) {
      counts[pool.label(i)]++;
    }
    assertThat(counts).containsOnly(10);
  }

  @Test
  void aPoolLargerThanTheSetIsRefused() {
    SyntheticImages images = new SyntheticImages(40, 3, 8, 4);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Pool.drawn(images, Normalization.imageNet(), 41, DerivedRandom.of(1, "test")))
        .withMessageContaining("41")
        .withMessageContaining("stripes has 40");
  }

  @Test
  void crossEntropyKeepsTheDigitsOfSmallLosses() {
    // log(1 + exp(-40)) = exp(-40), which single precision rounds to 0 in log-softmax.
    assertThat(CrossEntropy.of(new float[] {9, 30, -10}, 1, 2, 0))
        .isCloseTo(Math.exp(-40), within(1e-30));
    assertThat(CrossEntropy.of(new float[] {1, 2, 3}, 0, 3, 0))
        .isCloseTo(Math.log(1 + Math.E + Math.E * Math.E), within(1e-12));
    assertThat(CrossEntropy.of(new float[] {-1000, 1000}, 0, 2, 0)).isEqualTo(2000);
  }
}
