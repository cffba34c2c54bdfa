package org.nasbench4j.data.nasbench201;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.nasbench4j.data.fuzz.FuzzTarget;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.ImportProgress;

/** Files of hardware measurements as CSV, plain and gzipped. */
public final class ScoreCsvFuzz implements FuzzTarget {

  @Override
  public String name() {
    return "score-csv";
  }

  @Override
  public Map<String, byte[]> seeds() throws IOException {
    Nb201Space space = new Nb201Space();
    StringBuilder text = new StringBuilder("index,arch_str,edgegpu_latency,fpga_energy\n");
    for (int index = 0; index < 3; index++) {
      text.append(index).append(',').append(space.architecture(index).text());
      text.append(",5.25,-1\n");
    }
    byte[] plain = text.toString().getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return Map.of("plain", plain, "gzip", packed.toByteArray());
  }

  @Override
  public void read(Path file) throws IOException {
    Path named = file.resolveSibling("hwnasbench_cifar10.csv");
    Files.deleteIfExists(named);
    Files.copy(file, named);
    new HwNasBenchFormat().read(named, ImportProgress.SILENT);
  }
}
