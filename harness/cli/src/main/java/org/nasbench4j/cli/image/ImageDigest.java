package org.nasbench4j.cli.image;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.io.Sha256;

/** Names images by their content, whatever they are called. */
public final class ImageDigest {

  private ImageDigest() {}

  /**
   * The digest of a set.
   *
   * @param images all of them are read
   * @return the SHA-256 of channels, side, classes and, for each image, its label and pixels, in 64
   *     hexadecimal digits
   */
  public static String of(ImageSet images) {
    MessageDigest digest = Sha256.digest();
    int side = images.side();
    digest.update(numbers(images.channels(), side, images.classes()));
    byte[] pixels = new byte[images.channels() * side * side];
    for (int image = 0; image < images.size(); image++) {
      images.pixels(image, pixels, 0);
      digest.update(numbers(images.label(image)));
      digest.update(pixels);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] numbers(int... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES);
    for (int number : numbers) {
      bytes.putInt(number);
    }
    return bytes.array();
  }
}
