package org.nasbench4j.data.nasbench101;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.nasbench4j.data.fuzz.FuzzTarget;
import org.nasbench4j.space.nb101.Nb101Enumeration;
import org.nasbench4j.table.ImportProgress;

/** NASLib's pickle of NAS-Bench-101, whose records have names and arrays of NumPy. */
public final class Nb101PickleFuzz implements FuzzTarget {

  @Override
  public String name() {
    return "nb101-pickle";
  }

  @Override
  public Map<String, byte[]> seeds() throws IOException {
    PickleFile one = new PickleFile().add(new Nb101Enumeration(4).modules().toList().get(1), 7);
    Path file = Files.createTempFile("seed", ".pkl");
    try {
      return Map.of(
          "protocol-2", Files.readAllBytes(one.write(file, 2)),
          "protocol-4", Files.readAllBytes(one.write(file, 4)));
    } finally {
      Files.delete(file);
    }
  }

  @Override
  public void read(Path file) throws IOException {
    new Nb101PickleFormat().read(file, ImportProgress.SILENT);
  }
}
