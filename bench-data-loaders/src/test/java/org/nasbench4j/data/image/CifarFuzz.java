package org.nasbench4j.data.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.nasbench4j.data.fuzz.FuzzTarget;

/** CIFAR-10's archive behind its gzip, whose checksum no fuzzer would get past. */
public final class CifarFuzz implements FuzzTarget {
  private static final String BATCH = "data_batch_1.bin";

  @Override
  public String name() {
    return "cifar-archive";
  }

  @Override
  public Map<String, byte[]> seeds() throws IOException {
    return Map.of("one", CifarSource.tar(Map.of(BATCH, CifarSource.file(1, 1))));
  }

  @Override
  public void read(Path file) throws IOException {
    byte[] archive = CifarSource.gzip(Files.readAllBytes(file));
    Files.delete(file); // another may be mapped under this name
    new CifarBatches(Files.write(file, archive), List.of(BATCH), 1).read("fuzz");
  }
}
