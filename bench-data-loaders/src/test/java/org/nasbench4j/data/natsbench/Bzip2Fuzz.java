package org.nasbench4j.data.natsbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.nasbench4j.data.fuzz.FuzzTarget;
import org.nasbench4j.data.pickle.PickleReader;
import org.nasbench4j.data.pickle.PickleWriter;

/** Compressed pickles, as NATS-Bench's folders have them. */
public final class Bzip2Fuzz implements FuzzTarget {

  @Override
  public String name() {
    return "bzip2";
  }

  @Override
  public Map<String, byte[]> seeds() {
    return Map.of(
        "list", NatsFixture.bzip2(PickleWriter.pickle(List.of(1, "x-valid@11"))),
        "zeros", NatsFixture.bzip2(new byte[1 << 20]));
  }

  @Override
  public void read(Path file) throws IOException {
    Bzip2Pickle.read(file, PickleReader.withDefaults());
  }
}
