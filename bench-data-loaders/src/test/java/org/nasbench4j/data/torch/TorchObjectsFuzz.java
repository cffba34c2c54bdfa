package org.nasbench4j.data.torch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.nasbench4j.data.fuzz.FuzzTarget;
import org.nasbench4j.data.pickle.PickleDict;
import org.nasbench4j.data.pickle.PickleRecords;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.data.pickle.PickleWriter;
import org.nasbench4j.table.ImportProgress;

/** Torch files without tensors in both containers, read record by record. */
public final class TorchObjectsFuzz implements FuzzTarget {
  private static final int BEGINNING = 1_024;

  /** Records under the key that NAS-Bench-201 has them under. */
  private enum Records implements PickleRecords {
    TAKEN;

    @Override
    public String key() {
      return "arch2infos";
    }

    @Override
    public void take(long index, PickleDict record, PickleSite site) {
      // That it was read is enough.
    }
  }

  @Override
  public String name() {
    return "torch-objects";
  }

  @Override
  public Map<String, byte[]> seeds() {
    byte[] object =
        PickleWriter.pickle(
            Map.of("arch2infos", Map.of(0L, Map.of("less", 1.5)), "total_archs", 15_625L));
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("archive/data.pkl", object);
    entries.put("archive/byteorder", "little".getBytes(StandardCharsets.US_ASCII));
    return Map.of(
        "legacy", new TorchFile().legacy(object), "zip", TorchFile.zip(entries, ZipEntry.STORED));
  }

  @Override
  public void read(Path file) throws IOException {
    TorchObjects.beginning(file, BEGINNING);
    TorchObjects.read(file, Records.TAKEN, ImportProgress.SILENT);
  }
}
