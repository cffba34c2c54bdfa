package org.nasbench4j.data.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.nasbench4j.data.fuzz.FuzzTarget;

/** Arrays of bytes in MNIST's format, plain and gzipped. */
public final class IdxFuzz implements FuzzTarget {
  private static final int AXES = 3;

  @Override
  public String name() {
    return "idx";
  }

  @Override
  public Map<String, byte[]> seeds() throws IOException {
    Path file = Files.createTempFile("seed", ".gz");
    try {
      IdxFile.write(file, List.of(2, 2, 2), new byte[] {0, 1, 2, 3, 4, 5, 6, 7});
      byte[] packed = Files.readAllBytes(file);
      byte[] plain = {0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 1, 9, 10};
      return Map.of("gzip", packed, "plain", plain);
    } finally {
      Files.delete(file);
    }
  }

  @Override
  public void read(Path file) throws IOException {
    IdxFile.read(file, AXES);
  }
}
