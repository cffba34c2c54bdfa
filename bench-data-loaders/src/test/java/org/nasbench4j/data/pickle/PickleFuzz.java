package org.nasbench4j.data.pickle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nasbench4j.data.fuzz.FuzzTarget;

/** Single pickles, as NATS-Bench's records are. */
public final class PickleFuzz implements FuzzTarget {

  @Override
  public String name() {
    return "pickle";
  }

  @Override
  public Map<String, byte[]> seeds() throws IOException {
    return Map.of("protocol-2", pickle(2), "protocol-4", pickle(4));
  }

  private static byte[] pickle(int protocol) throws IOException {
    Map<Object, Object> record = new LinkedHashMap<>();
    record.put("scalar", new PythonPickler.Scalar(0.25));
    record.put("ordered", new PythonPickler.Ordered(Map.of(0, 1.5, "x-valid@11", 2)));
    record.put("list", List.of("text", 1_000_000_000_000L, List.of(), -1));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PythonPickler.pickle(protocol, record, out);
    return out.toByteArray();
  }

  @Override
  public void read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      PickleReader.withDefaults().read(file, in);
    }
  }
}
