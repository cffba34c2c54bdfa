package org.nasbench4j.data.compact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.nasbench4j.data.fuzz.FuzzTarget;
import org.nasbench4j.table.Table;

/** Tables whose checksums are right whatever they hold, so that a fuzzer comes behind them. */
public final class ForgedTableFuzz implements FuzzTarget {
  private final FuzzTarget tables = new CompactTableFuzz();
  private final CompactTables store = new CompactTables(List.of(new LetterSpace(8)));

  @Override
  public String name() {
    return "forged-table";
  }

  @Override
  public Map<String, byte[]> seeds() throws IOException {
    return tables.seeds();
  }

  @Override
  public void read(Path file) throws IOException {
    repair(file);
    Table table = store.open(file);
    Answers.of(table);
    table.verify();
  }

  // Where there is no room for a checksum there is none.
  private static void repair(Path file) throws IOException {
    try {
      Forged.repair(file);
    } catch (IndexOutOfBoundsException e) {
      assertThat(file).exists();
    }
  }
}
