package org.nasbench4j.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ChosenImagesTest {

  /** Images of one pixel, whose brightness is their number. */
  private record Pixels(int size) implements ImageSet {
    @Override
    public String name() {
      return "pixels";
    }

    @Override
    public int channels() {
      return 1;
    }

    @Override
    public int side() {
      return 1;
    }

    @Override
    public int classes() {
      return 2;
    }

    @Override
    public int label(int image) {
      return image % 2;
    }

    @Override
    public void pixels(int image, byte[] target, int offset) {
      target[offset] = (byte) image;
    }
  }

  @Test
  void imagesComeInTheChosenOrder() {
    ImageSet chosen = ChosenImages.of(new Pixels(9), new int[] {7, 2}, "two");
    byte[] pixels = new byte[2];
    chosen.pixels(0, pixels, 0);
    chosen.pixels(1, pixels, 1);
    assertThat(pixels).containsExactly(7, 2);
    assertThat(chosen.size()).isEqualTo(2);
    assertThat(chosen.label(0)).isEqualTo(1);
    assertThat(chosen.name()).isEqualTo("two");
  }

  @Test
  void imagesThatAreNotThereAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChosenImages.of(new Pixels(9), new int[] {9}, "last"))
        .withMessageContaining("(last) must be some of the 9 of pixels");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChosenImages.of(new Pixels(9), new int[0], "none"));
  }
}
