package org.nasbench4j.data.pandas;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.nasbench4j.data.fuzz.FuzzTarget;

/** Pickled tables of pandas. */
public final class DataFrameFuzz implements FuzzTarget {

  @Override
  public String name() {
    return "data-frame";
  }

  @Override
  public Map<String, byte[]> seeds() {
    FrameFile file =
        new FrameFile(
            List.of(284L, 9L),
            List.of("one", "other"),
            List.of("test", "valid"),
            new double[][] {{10, 20}, {11, 21}});
    return Map.of(
        "old", file.write(FrameFile.Layout.OLD, FrameFile.Order.C),
        "new", file.write(FrameFile.Layout.NEW, FrameFile.Order.F));
  }

  @Override
  public void read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      DataFrames.read(file, in);
    }
  }
}
