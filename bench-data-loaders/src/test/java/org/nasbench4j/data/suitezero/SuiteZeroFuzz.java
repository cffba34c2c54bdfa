package org.nasbench4j.data.suitezero;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.nasbench4j.data.fuzz.FuzzTarget;
import org.nasbench4j.table.ImportProgress;

/** The scores of NAS-Bench-Suite-Zero. */
public final class SuiteZeroFuzz implements FuzzTarget {
  private static final String CELL = "(4, 3, 3, 3, 2, 3)";

  @Override
  public String name() {
    return "suite-zero";
  }

  @Override
  public Map<String, byte[]> seeds() throws IOException {
    Path file = Files.createTempFile("seed", ".json");
    try {
      return Map.of(
          "published",
          Files.readAllBytes(new SuiteFile().add("cifar10", CELL, 90).write(file)),
          "older",
          Files.readAllBytes(
              new SuiteFile().addBare("cifar100", CELL, 70).write("nasbench201", file)));
    } finally {
      Files.delete(file);
    }
  }

  @Override
  public void read(Path file) throws IOException {
    new SuiteZeroFormat().read(file, ImportProgress.SILENT);
  }
}
