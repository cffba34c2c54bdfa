package org.nasbench4j.data.naslib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.nasbench4j.data.fuzz.FuzzTarget;
import org.nasbench4j.table.ImportProgress;

/** NASLib's pickle of NAS-Bench-201, whose records are curves. */
public final class CurvesFuzz implements FuzzTarget {

  @Override
  public String name() {
    return "nb201-naslib";
  }

  @Override
  public Map<String, byte[]> seeds() throws IOException {
    Path file = Files.createTempFile("seed", ".pickle");
    try {
      CurveFile.of("cifar100", 9).write(file);
      return Map.of("one", Files.readAllBytes(file));
    } finally {
      Files.delete(file);
    }
  }

  @Override
  public void read(Path file) throws IOException {
    new NasLibNb201Format().read(file, ImportProgress.SILENT);
  }
}
