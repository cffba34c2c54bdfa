package org.nasbench4j.data.nasbench101;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.nasbench4j.data.fuzz.FuzzTarget;
import org.nasbench4j.space.nb101.Nb101Enumeration;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.table.ImportProgress;

/**
 * Published records of NAS-Bench-101. Checksums would keep changed bytes from everything behind
 * them, so a file that begins with 1 is the content of a record, which is framed before it is read.
 */
public final class TfRecordFuzz implements FuzzTarget {
  private static final byte CONTENT = 1;
  private static final Nb101Module MODULE = new Nb101Enumeration(4).modules().toList().get(1);

  @Override
  public String name() {
    return "tfrecord";
  }

  @Override
  public Map<String, byte[]> seeds() {
    byte[] row = Rows101.row(MODULE, MODULE.canonical(), 108, 7);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.write(CONTENT);
    content.writeBytes(row);
    return Map.of("framed", TfRecordWriter.framed(row), "content", content.toByteArray());
  }

  @Override
  public void read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length > 0 && bytes[0] == CONTENT) {
      Files.write(file, TfRecordWriter.framed(Arrays.copyOfRange(bytes, 1, bytes.length)));
    }
    new Nb101TfRecordFormat().read(file, ImportProgress.SILENT);
  }
}
