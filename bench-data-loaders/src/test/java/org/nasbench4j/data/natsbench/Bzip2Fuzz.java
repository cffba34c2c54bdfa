package org.nasbench4j.data.natsbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nasbench4j.data.bzip2.Bzip2Forgeries;
import org.nasbench4j.data.fuzz.FuzzTarget;
import org.nasbench4j.data.pickle.PickleReader;
import org.nasbench4j.data.pickle.PickleWriter;

/** Compressed pickles, as NATS-Bench's folders have them, and compressed streams of anything. */
public final class Bzip2Fuzz implements FuzzTarget {

  @Override
  public String name() {
    return "bzip2";
  }

  @Override
  public Map<String, byte[]> seeds() {
    Map<String, byte[]> seeds = new LinkedHashMap<>(Bzip2Forgeries.seeds());
    seeds.put("list", NatsFixture.bzip2(PickleWriter.pickle(List.of(1, "x-valid@11"))));
    seeds.put("zeros", NatsFixture.bzip2(new byte[1 << 20]));
    return seeds;
  }

  @Override
  public void read(Path file) throws IOException {
    Bzip2Forgeries.requireSame(file, Files.readAllBytes(file));
    Bzip2Pickle.read(file, PickleReader.withDefaults());
  }
}
