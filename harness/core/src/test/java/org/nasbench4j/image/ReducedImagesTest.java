package org.nasbench4j.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ReducedImagesTest {

  /** One image of two channels and 4 x 4 pixels. */
  private static final class Single implements ImageSet {
    private final int[] levels;

    Single(int... levels) {
      this.levels = levels;
    }

    @Override
    public String name() {
      return "single";
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
      return 4;
    }

    @Override
    public int classes() {
      return 9;
    }

    @Override
    public int label(int image) {
      return 5;
    }

    @Override
    public void pixels(int image, byte[] target, int offset) {
      for (int i = 0; i < levels.length; i++) {
        target[offset + i] = (byte) levels[i];
      }
    }
  }

  private final ImageSet images =
      new Single(
          255, 255, 0, 1, //
          255, 255, 1, 0, //
          1, 0, 10, 20, //
          0, 0, 30, 40, //
          1, 1, 7, 7, //
          1, 0, 7, 7, //
          9, 9, 200, 201, //
          9, 9, 202, 203);

  @Test
  void pixelsAreMeansOfBlocksWithHalvesUpwards() {
    ImageSet reduced = ReducedImages.to(images, 2);
    byte[] pixels = new byte[9];
    reduced.pixels(0, pixels, 1);
    // Means 255, 0.5, 0.25, 25; 0.75, 7, 9, 201.5.
    assertThat(pixels).containsExactly(0, 255, 1, 0, 25, 1, 7, 9, 202);
    assertThat(reduced.side()).isEqualTo(2);
    assertThat(reduced.name()).isEqualTo("single, 2 x 2");
    assertThat(reduced.label(0)).isEqualTo(5);
    assertThat(reduced.channels()).isEqualTo(2);
    assertThat(reduced.classes()).isEqualTo(9);
  }

  @Test
  void theSideThatImagesHaveChangesNothing() {
    assertThat(ReducedImages.to(images, 4)).isSameAs(images);
  }

  @Test
  void aSideMustDivideThatOfTheImages() {
    for (int side : new int[] {0, -2, 3, 8}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ReducedImages.to(images, side))
          .withMessageContaining("(" + side + ")")
          .withMessageContaining("which is 4");
    }
  }
}
