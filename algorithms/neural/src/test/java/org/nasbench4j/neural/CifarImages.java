package org.nasbench4j.neural;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.nasbench4j.image.ImageSet;

/** The images of one file of CIFAR-10's binary archive. */
public final class CifarImages implements ImageSet {
  private static final int PIXELS = 3 * 32 * 32;

  private final String name;
  private final byte[] records;

  private CifarImages(String name, byte[] records) {
    this.name = name;
    this.records = records;
  }

  public static CifarImages read(Path archive, String file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(archive));
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in))) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null && !entry.getName().endsWith(file)) {
        entry = tar.getNextEntry();
      }
      return new CifarImages("cifar10 " + file, tar.readAllBytes());
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return records.length / (PIXELS + 1);
  }

  @Override
  public int channels() {
    return 3;
  }

  @Override
  public int side() {
    return 32;
  }

  @Override
  public int classes() {
    return 10;
  }

  @Override
  public int label(int image) {
    return records[image * (PIXELS + 1)];
  }

  @Override
  public void pixels(int image, byte[] target, int offset) {
    System.arraycopy(records, image * (PIXELS + 1) + 1, target, offset, PIXELS);
  }
}
