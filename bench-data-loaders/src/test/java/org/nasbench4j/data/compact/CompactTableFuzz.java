package org.nasbench4j.data.compact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.nasbench4j.data.fuzz.FuzzTarget;
import org.nasbench4j.table.TableContent;

/** Tables of our own format. */
public final class CompactTableFuzz implements FuzzTarget {
  private final CompactTables store = new CompactTables(List.of(new LetterSpace(8)));

  @Override
  public String name() {
    return "compact-table";
  }

  @Override
  public Map<String, byte[]> seeds() throws IOException {
    return Map.of("sparse", bytes(Contents.sparse()), "complete", bytes(Contents.complete()));
  }

  private byte[] bytes(TableContent content) throws IOException {
    Path file = Files.createTempFile("seed", ".h5");
    try {
      store.write(content, file);
      return Files.readAllBytes(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public void read(Path file) throws IOException {
    Answers.of(store.open(file));
  }
}
