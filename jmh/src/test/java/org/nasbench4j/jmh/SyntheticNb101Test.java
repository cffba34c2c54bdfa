package org.nasbench4j.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.data.compact.CompactTables;
import org.nasbench4j.space.nb101.Nb101Enumeration;
import org.nasbench4j.space.nb101.Nb101Space;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.Table;

class SyntheticNb101Test {
  @TempDir private Path folder;

  @Test
  void everyModuleHasItsRowAndAllOfItsNumbers() throws IOException {
    CompactTables store = new CompactTables(List.of(new Nb101Space()));
    Path file = folder.resolve("nb101.h5");
    store.write(SyntheticNb101.content(5), file);
    Table table = store.open(file);
    assertThat(table.rows()).isEqualTo(2_532);
    assertThat(new Nb101Enumeration(5).modules().mapToInt(table::row).distinct().count())
        .isEqualTo(2_532);
    for (int epochs : new int[] {4, 12, 36, 108}) {
      Query query = Query.parse("cifar10-40k:valid:%d@%d".formatted(epochs, epochs / 2 - 1));
      assertThat(table.accuracy(query).seedCount(7)).isEqualTo(3);
    }
  }
}
