package org.nasbench4j.data.natsbench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.nasbench4j.data.fuzz.FuzzTarget;
import org.nasbench4j.data.pickle.AllowedGlobals;
import org.nasbench4j.data.pickle.PersistentIds;
import org.nasbench4j.data.pickle.PickleLimits;
import org.nasbench4j.data.pickle.PickleReader;
import org.nasbench4j.data.pickle.PythonPickler;

/** The pickle of a single file of NATS-Bench, whose records are read one by one. */
public final class NatsRecordsFuzz implements FuzzTarget {

  @Override
  public String name() {
    return "nats-records";
  }

  @Override
  public Map<String, byte[]> seeds() throws IOException {
    Map<Object, Object> record = NatsFixture.record(0);
    record.remove("200");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PythonPickler.pickle(4, Map.of("arch2infos", Map.of(0, record)), out);
    return Map.of("one", out.toByteArray());
  }

  @Override
  public void read(Path file) throws IOException {
    PickleReader reader =
        new PickleReader(PickleLimits.RECORDS, AllowedGlobals.standard(), PersistentIds.NONE);
    try (InputStream in = Files.newInputStream(file)) {
      reader.open(file, in).next(new RecordsFile(Release.NATS_TSS));
    }
  }
}
