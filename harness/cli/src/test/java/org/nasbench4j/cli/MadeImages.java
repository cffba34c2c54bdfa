package org.nasbench4j.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A few images in Fashion-MNIST's form, whose class is how far down they are grey. */
public final class MadeImages {
  private MadeImages() {}

  public static void write(Path folder, int train, int test) throws IOException {
    for (String split : new String[] {"train", "t10k"}) {
      int images = split.equals("train") ? train : test;
      ByteBuffer pixels = ByteBuffer.allocate(16 + images * 784);
      pixels.putInt(0x803).putInt(images).putInt(28).putInt(28);
      ByteBuffer labels = ByteBuffer.allocate(8 + images).putInt(0x801).putInt(images);
      for (int image = 0; image < images; image++) {
        labels.put((byte) (image % 10));
        byte[] grey = new byte[784];
        Arrays.fill(grey, 0, 28 * (1 + image % 10), (byte) (100 + image));
        pixels.put(grey);
      }
      Files.write(folder.resolve(split + "-images-idx3-ubyte"), pixels.array());
      Files.write(folder.resolve(split + "-labels-idx1-ubyte"), labels.array());
    }
  }
}
