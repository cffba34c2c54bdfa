package org.nasbench4j.data.compact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.io.Sha256;
import org.nasbench4j.space.nb201.FunctionClasses;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.Fraction;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.Table;

/** The table that comes with the program. */
class ShippedTableTest {
  private static final String NAME = "nb201-micro";
  private static final int CELLS = 15_625;

  @TempDir private static Path folder;
  private static Path file;
  private static Table table;

  @BeforeAll
  static void openIt() throws IOException {
    TableCatalog catalog =
        new TableCatalog(
            List.of(), EmbeddedTables.into(folder), new CompactTables(List.of(new Nb201Space())));
    file = catalog.find(NAME);
    table = catalog.open(NAME);
  }

  private static AccuracyColumn accuracy(String query) {
    return table.accuracy(Query.parse("fashion-mnist-14:" + query));
  }

  @Test
  void itIsSmallAndHasItsDigest() throws IOException {
    assertThat(Files.size(file)).isLessThan(3_000_000);
    try (InputStream in =
        EmbeddedTables.class.getResourceAsStream(
            "/org/nasbench4j/data/tables/%s.h5.sha256".formatted(NAME))) {
      assertThat(Objects.requireNonNull(in).readAllBytes())
          .asString()
          .isEqualTo(Sha256.hex(Files.readAllBytes(file)));
    }
  }

  @Test
  void itSaysWhichCommandMadeIt() {
    assertThat(table.info().sources().toString())
        .contains("nasbench table train --preset=micro --seeds=4 --archs=all");
    assertThat(table.info().notes().toString())
        .contains("Trained: 5,260 of 5,260 functions")
        .contains("rmi-micro-fashion-mnist-14: nasbench score")
        .contains("synflow-micro-fashion-mnist-14: nasbench score")
        .contains("naswot-micro-fashion-mnist-14: nasbench score");
  }

  /** Every split after its epochs, of every seed; nothing is missing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "train:3@0",
        "train:3@1",
        "train:3",
        "valid:3@0",
        "valid:3@1",
        "valid:3",
        "test:3"
      })
  void allCellsHaveAllSeeds(String query) {
    assertThat(table.rows()).isEqualTo(CELLS);
    for (int seed = 0; seed < 4; seed++) {
      AccuracyColumn column = accuracy("%s:%d".formatted(query, seed));
      assertThat(IntStream.range(0, CELLS)).allMatch(column::has);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rmi-micro-fashion-mnist-14",
        "synflow-micro-fashion-mnist-14",
        "naswot-micro-fashion-mnist-14",
        "params",
        "flops"
      })
  void allCellsHaveTheProxy(String name) {
    Column column = table.column(name);
    assertThat(IntStream.range(0, CELLS)).allMatch(column::has);
  }

  @Test
  void cellsOfAFunctionShareItsTraining() {
    Nb201Space space = new Nb201Space();
    FunctionClasses classes = new FunctionClasses(space);
    AccuracyColumn test = accuracy("test:3:2");
    for (int index = 0; index < CELLS; index++) {
      int representative = space.index(classes.representativeOf(space.architecture(index)));
      assertThat(test.fraction(index)).isEqualTo(test.fraction(representative));
    }
  }

  /** As the trainings' journal has them. */
  @Test
  void theNumbersAreThoseOfTheTrainings() {
    assertThat(accuracy("test:3:0").fraction(187)).isEqualTo(new Fraction(3_770, 5_000));
    assertThat(accuracy("test:3:3").fraction(187)).isEqualTo(new Fraction(3_648, 5_000));
    assertThat(accuracy("valid:3@0:1").fraction(187)).isEqualTo(new Fraction(2_057, 5_000));
    assertThat(accuracy("train:3@1:2").fraction(187)).isEqualTo(new Fraction(2_600, 4_000));
  }
}
