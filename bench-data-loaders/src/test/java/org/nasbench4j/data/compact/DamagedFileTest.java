package org.nasbench4j.data.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.Table;
import org.nasbench4j.table.UnsupportedTableException;

/** Whatever happens to a file, it is refused or answers as before. */
class DamagedFileTest {

  private final CompactTables store = new CompactTables(List.of(new LetterSpace(8)));
  @TempDir private Path folder;
  private Path file;
  private byte[] intact = {};
  private String answers = "";

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("letters.h5");
    store.write(Contents.sparse(), file);
    intact = Files.readAllBytes(file);
    answers = Answers.of(store.open(file));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x01, 0x80, 0xff})
  void noFlippedByteIsEverWrong(int mask) throws IOException {
    int refused = 0;
    for (int position = 0; position < intact.length; position++) {
      byte[] damaged = intact.clone();
      damaged[position] ^= (byte) mask;
      Optional<String> found = answersOf(damaged);
      assertThat(found.orElse(answers)).as("byte %d", position).isEqualTo(answers);
      refused += found.isEmpty() ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(intact.length / 2);
  }

  @Test
  void noCutIsAccepted() throws IOException {
    for (int length = 0; length < intact.length; length++) {
      assertThat(answersOf(Arrays.copyOf(intact, length))).as("length %d", length).isEmpty();
    }
  }

  @Test
  void nothingMayFollow() throws IOException {
    assertThat(answersOf(Arrays.copyOf(intact, intact.length + 1))).isEmpty();
  }

  @Test
  void aDamagedNumberIsNamedWithItsPlace() throws IOException {
    int position = find(new byte[] {(byte) 0x88, 0x13, 0, 0}); // 5000 and 0: CIFAR-100 valid of h
    intact[position] ^= 1;
    Files.write(file, intact);
    Table table = store.open(file);
    assertThatThrownBy(() -> table.accuracy(Query.parse("cifar100:valid:200")))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContainingAll("letters.h5", "block 0", "/correct/cifar100.valid.200");
    assertThat(table.accuracy(Query.parse("cifar10:test:200")).value(1)).isGreaterThan(66);
  }

  @Test
  void verifyingFindsDamageWhereNobodyAsked() throws IOException {
    String losses = "/loss/cifar100.valid.3";
    int position = (int) Hdf5File.open(file).extent(losses).address();
    byte[] damaged = intact.clone();
    damaged[position + 5] ^= 1;
    Path other = Files.write(folder.resolve("damaged.h5"), damaged);
    store.open(file).verify();
    Table table = store.open(other);
    assertThatThrownBy(table::verify)
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContainingAll("damaged.h5", losses, "delete the file");
  }

  @Test
  void damageShowsWhereItIsReadAndNowhereElse() throws IOException {
    int rows = 40_000; // one epoch of one seed is more than one block of 64 KiB
    CompactTables large = new CompactTables(List.of(new LetterSpace(rows)));
    int[] correct = new int[3 * rows];
    Arrays.fill(correct, 0x3039);
    large.write(Contents.ofEpochs(rows, correct), file);
    byte[] bytes = Files.readAllBytes(file);
    int start = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("90".repeat(1_000));
    bytes[start + 2 * (rows + 39_999)] ^= 1; // the last row of epoch 1
    Files.write(file, bytes);
    Table table = large.open(file);
    assertThat(table.accuracy(Query.parse("cifar100:valid:3@0")).value(39_999)).isPositive();
    assertThatThrownBy(() -> table.accuracy(Query.parse("cifar100:valid:3@1")))
        .isInstanceOfSatisfying(
            MalformedTableException.class,
            e -> assertThat(e.place()).isEqualTo(new AtByte(start + 2L * 65_536)))
        .hasMessageContaining("block 2");
  }

  private int find(byte[] wanted) {
    // rows are contiguous: 2500, 1000, -1, 5000 of seed 777, then those of 888
    byte[] plane = {(byte) 0xc4, 0x09, (byte) 0xe8, 0x03, -1, -1, wanted[0], wanted[1]};
    for (int at = 0; at + plane.length <= intact.length; at++) {
      if (Arrays.equals(intact, at, at + plane.length, plane, 0, plane.length)) {
        return at;
      }
    }
    throw new AssertionError("The counts are not where they should be.");
  }

  private Optional<String> answersOf(byte[] bytes) throws IOException {
    Path other = folder.resolve("other.h5");
    Files.deleteIfExists(other); // a new file each time: old mappings must not be cut off
    Files.write(other, bytes);
    try {
      return Optional.of(Answers.of(store.open(other)).replace("other", "letters"));
    } catch (MalformedTableException | UnsupportedTableException e) {
      assertThat(e.getMessage()).doesNotContain("\n");
      return Optional.empty();
    }
  }
}
