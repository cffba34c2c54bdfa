package org.nasbench4j.data.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.Table;

/** Right checksums do not make a table right. */
class ForgedTableTest {
  private static final String INDICES = "/architectures";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("letters.h5");
    store(8).write(Contents.sparse(), file);
  }

  private static CompactTables store(int letters) {
    return new CompactTables(List.of(new LetterSpace(letters)));
  }

  @Test
  void whatIsPutInPlaceOfAnIndexIsRead() throws IOException {
    Forged.put(file, INDICES, 0, 2, 4, 7);
    Table table = store(8).open(file);
    table.verify();
    assertThat(table.architecture(2).text()).isEqualTo("e");
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 2, 7", "0, 2, 2, 7", "-1, 2, 3, 7", "0, 2, 3, 8"})
  void indicesMustAscendWithinTheSpace(int a, int b, int c, int d) throws IOException {
    Forged.put(file, INDICES, a, b, c, d);
    assertThatThrownBy(() -> store(8).open(file))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContainingAll("letters.h5", "Row ", "must lie in");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 99_999})
  void aTableWithoutIndicesHasAllRowsOfItsSpace(int letters) throws IOException {
    Path whole = folder.resolve("whole.h5");
    store(4).write(Contents.complete(), whole);
    assertThatThrownBy(() -> store(letters).open(whole))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContainingAll("whole.h5", "4 rows", letters + " architectures");
  }

  @ParameterizedTest
  @CsvSource({"50001, 50000.0", "-2, 50000.0"})
  void countsLieWithinTheImages(int count, String most) throws IOException {
    Forged.put(file, "/correct/cifar10-all.train.3", 1, count);
    Table table = store(8).open(file);
    assertThatThrownBy(() -> table.accuracy(Query.parse("cifar10-all:train:3@0")))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContainingAll(
            "letters.h5", "correct/cifar10-all.train.3", count + ".0", "[-1.0, " + most + "]");
  }

  @Test
  void sumsLieWithinTheImagesOfTheirTrainings() throws IOException {
    Forged.put(file, "/correct-sum/cifar100.test.200@199", 10_001);
    Table table = store(8).open(file);
    assertThatThrownBy(() -> table.accuracy(Query.parse("cifar100:test:200")))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContainingAll("correct-sum", "row 0 has 10001 correct answers of 2 trainings");
    assertThatThrownBy(table::verify).isInstanceOf(MalformedTableException.class);
  }

  @Test
  void secondsAreNotNegative() throws IOException {
    long bits = Double.doubleToLongBits(-1.5);
    Forged.put(
        file,
        "/training-epoch-seconds/cifar100.train.200",
        (int) bits,
        (int) (bits >> Integer.SIZE));
    Table table = store(8).open(file);
    assertThatThrownBy(table::verify)
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContainingAll("letters.h5", "training-epoch-seconds", "-1.5", "[0.0, ");
  }
}
