package org.nasbench4j.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.nasbench4j.RealData;
import org.nasbench4j.image.ImageSet;

/**
 * The published images. SHA-256 of all pixels in order, computed with Python's tarfile and NumPy.
 */
class PublishedImagesTest {
  private static final String ARCHIVE = "cifar10/cifar-10-binary.tar.gz";

  @Test
  void cifarsTrainingImagesAreThePublishedOnes() throws IOException {
    ImageSet train = Cifar10.train(RealData.file(ARCHIVE));

    assertThat(perClass(train)).hasSize(10).containsOnly(5_000);
    assertThat(sha256(train))
        .isEqualTo("9d5c2eddadb0deff02c14c350c0385aab7b1d5ff1edfeb4997c8dc8644960111");
    // The values that everybody normalises with.
    double[] means = {.4914, .4822, .4465};
    double[] deviations = {.2470, .2435, .2616};
    for (int channel = 0; channel < 3; channel++) {
      double[] moments = moments(train, channel);
      assertThat(moments[0]).isCloseTo(means[channel], within(1e-4));
      assertThat(moments[1]).isCloseTo(deviations[channel], within(1e-4));
    }
  }

  @Test
  void cifarsTestImagesAreThePublishedOnes() throws IOException {
    ImageSet test = Cifar10.test(RealData.file(ARCHIVE));

    assertThat(perClass(test)).hasSize(10).containsOnly(1_000);
    assertThat(IntStream.of(0, 9_999).map(test::label)).containsExactly(3, 7);
    assertThat(sha256(test))
        .isEqualTo("177777c33ba79825320efa646ad04a94bdc3c80e4ebe3bd21724f8cdfd4b9d56");
  }

  @Test
  void theHalvesAreThePublishedOnes() throws IOException {
    String split;
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(RealData.file("cifar10/cifar-split.txt.gz")))) {
      split = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
    ImageSet blank =
        new PixelImages("blank", new ImageShape(1, 1, 2), new byte[50_000], new byte[50_000]);

    assertThat(Cifar10.half(blank, 0)).isEqualTo(numbers(split, "train"));
    assertThat(Cifar10.half(blank, 1)).isEqualTo(numbers(split, "valid"));
  }

  private static int[] numbers(String split, String name) {
    String list = split.substring(split.indexOf('"' + name + '"'));
    list = list.substring(0, list.indexOf("]]"));
    return Pattern.compile("\"(\\d+)\"")
        .matcher(list)
        .results()
        .mapToInt(result -> Integer.parseInt(result.group(1)))
        .toArray();
  }

  @Test
  void fashionMnistIsThePublishedOne() throws IOException {
    Path folder = Path.of("/usr/share/datasets/fashion-mnist");
    assumeTrue(Files.isDirectory(folder), "the package dataset-fashion-mnist is not installed");
    ImageSet train = FashionMnist.train(folder);
    ImageSet test = FashionMnist.test(folder);

    assertThat(perClass(train)).hasSize(10).containsOnly(6_000);
    assertThat(sha256(train))
        .isEqualTo("2e487a6c89124f78f2d7521542223cafe96f7123c3ca13d447772ac6ecbb3012");
    assertThat(perClass(test)).hasSize(10).containsOnly(1_000);
    assertThat(sha256(test))
        .isEqualTo("c867c93ff95360594e8ec3287995350b824dd110b11595c0e13d5423f621867a");
  }

  private static int[] perClass(ImageSet images) {
    int[] counts = new int[images.classes()];
    for (int image = 0; image < images.size(); image++) {
      counts[images.label(image)]++;
    }
    return counts;
  }

  private static String sha256(ImageSet images) {
    byte[] pixels = new byte[images.channels() * images.side() * images.side()];
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int image = 0; image < images.size(); image++) {
        images.pixels(image, pixels, 0);
        digest.update(pixels);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  // Mean and standard deviation of a channel, pixels scaled to [0, 1].
  private static double[] moments(ImageSet images, int channel) {
    int area = images.side() * images.side();
    byte[] pixels = new byte[images.channels() * area];
    long[] counts = new long[256];
    for (int image = 0; image < images.size(); image++) {
      images.pixels(image, pixels, 0);
      for (int i = channel * area; i < (channel + 1) * area; i++) {
        counts[Byte.toUnsignedInt(pixels[i])]++;
      }
    }
    double total = Arrays.stream(counts).sum();
    double mean = IntStream.range(0, 256).mapToDouble(v -> v / 255.0 * counts[v] / total).sum();
    double square =
        IntStream.range(0, 256).mapToDouble(v -> v * v / 65_025.0 * counts[v] / total).sum();
    return new double[] {mean, Math.sqrt(square - mean * mean)};
  }
}
