package org.nasbench4j.data.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.Table;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.Training;
import org.nasbench4j.table.UnsupportedTableException;

class CompactTablesTest {

  private final CompactTables store = store("test 1");
  @TempDir private Path folder;
  private Path file;

  private static CompactTables store(String creator) {
    return new CompactTables(List.of(new LetterSpace(4)), creator);
  }

  @BeforeEach
  void nameFile() {
    file = folder.resolve("letters.h5");
  }

  @Test
  void aCompleteTableNeedsNoIndices() throws IOException {
    store.write(Contents.complete(), file);
    Table table = store.open(file);
    assertThat(table.architecture(2).text()).isEqualTo("c");
    assertThat(table.row(new LetterSpace.Letter(3))).isEqualTo(3);
    assertThat(Hdf5File.open(file).has("/architectures")).isFalse();
  }

  @Test
  void theSameContentGivesTheSameBytes() throws IOException {
    Path other = folder.resolve("other.h5");
    store.write(Contents.complete(), file);
    store.write(Contents.complete(), other);
    assertThat(other).hasSameBinaryContentAs(file);
  }

  @Test
  void theContentHashIgnoresWhoWroteAndFromWhere() throws IOException {
    String hash = hash(store, Contents.complete());
    assertThat(hash(store("someone else 2"), Contents.complete())).isEqualTo(hash);
    assertThat(hash(store, with(c -> c, List.of("other.txt 11")))).isEqualTo(hash);
  }

  @Test
  void theContentHashDependsOnEveryNumber() throws IOException {
    TableContent changed = Contents.complete();
    changed.accuracies().get(1).correct()[5]++;
    assertThat(hash(store, changed)).isNotEqualTo(hash(store, Contents.complete()));
  }

  private String hash(CompactTables tables, TableContent content) throws IOException {
    tables.write(content, file);
    return tables.open(file).info().contentHash();
  }

  @Test
  void anExistingFileIsReplaced() throws IOException {
    Files.writeString(file, "old");
    store.write(Contents.complete(), file);
    assertThat(store.open(file).rows()).isEqualTo(4);
    assertThat(list()).containsExactly(file);
  }

  @Test
  void aRefusedContentLeavesTheOldFile() throws IOException {
    Files.writeString(file, "old");
    TableContent content = Contents.complete();
    content.accuracies().get(0).correct()[0] = 5_001;
    assertThatThrownBy(() -> store.write(content, file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("/correct/cifar100.valid.200", "5001", "5000");
    assertThat(file).hasContent("old");
    assertThat(list()).containsExactly(file);
  }

  @Test
  void aTargetThatCannotBeReplacedLeavesNoTraces() throws IOException {
    Files.createDirectories(file.resolve("occupied"));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> store.write(Contents.complete(), file));
    assertThat(list()).containsExactly(file);
    assertThat(file.resolve("occupied")).isDirectory();
  }

  @Test
  void aMissingFolderIsAnErrorToReadAndIsMadeToWrite() throws IOException {
    Path elsewhere = folder.resolve("new").resolve("letters.h5");
    assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> store.open(elsewhere));
    store.write(Contents.complete(), elsewhere);
    assertThat(store.open(elsewhere).rows()).isEqualTo(Contents.complete().rows().count());
  }

  @Test
  void contentsThatDoNotFitAreRefused() {
    TableContent content = Contents.complete();
    assertRefused(with(c -> withAccuracy(c, c.accuracies().get(0)), List.of()), "two blocks");
    assertRefused(withColumn("Bad Name", 4), "Bad Name");
    assertRefused(withColumn("short", 3), "4 values");
    AccuracyBlock unordered =
        new AccuracyBlock(
            Contents.axes(
                Training.IMAGENET16_120, Split.TEST, Contents.SHORT, List.of(0), List.of(888, 777)),
            6_000,
            Origin.MEASURED,
            new int[8]);
    assertRefused(withAccuracy(content, unordered), "ascend");
    assertThatThrownBy(() -> new CompactTables(List.of()).write(content, file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("letters");
    assertThatThrownBy(() -> store.write(Contents.sparse(), file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("0..7", "0..3");
  }

  private void assertRefused(TableContent content, String keyword) {
    assertThatThrownBy(() -> store.write(content, file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(keyword);
    assertThat(file).doesNotExist();
  }

  @Test
  void foreignFilesAreUnsupported() throws IOException {
    Files.writeString(file, "arch,accuracy\n");
    assertThatThrownBy(() -> store.open(file))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContainingAll("not HDF5", "letters.h5", "nasbench4j-table up to version 2");
    Files.write(file, new byte[0]);
    assertThatThrownBy(() -> store.open(file)).isInstanceOf(UnsupportedTableException.class);
    Hdf5Samples.writeForeign(file);
    assertThatThrownBy(() -> store.open(file))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("no table of ours");
  }

  @Test
  void newerVersionsAreUnsupported() throws IOException {
    Hdf5Samples.writeHeader(file, "{\"format\":\"nasbench4j-table\",\"format_version\":3}");
    assertThatThrownBy(() -> store.open(file))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContainingAll("version 3", "up to version 2");
    Hdf5Samples.writeHeader(file, "{\"format\":\"scores\",\"format_version\":1}");
    assertThatThrownBy(() -> store.open(file))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("scores");
  }

  @Test
  void tablesOfUnknownSpacesAreUnsupported() throws IOException {
    store.write(Contents.complete(), file);
    assertThatThrownBy(() -> new CompactTables(List.of()).open(file))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("letters");
  }

  private List<Path> list() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static TableContent withColumn(String name, int rows) {
    SortedMap<String, double[]> columns = new TreeMap<>();
    columns.put(name, new double[rows]);
    return with(
        c ->
            new TableContent(
                c.space(),
                c.format(),
                c.sources(),
                c.rows(),
                c.accuracies(),
                c.means(),
                c.series(),
                c.seconds(),
                columns,
                c.notes()),
        List.of());
  }

  private static TableContent withAccuracy(TableContent c, AccuracyBlock block) {
    return new TableContent(
        c.space(),
        c.format(),
        c.sources(),
        c.rows(),
        Stream.concat(c.accuracies().stream(), Stream.of(block)).toList(),
        c.means(),
        c.series(),
        c.seconds(),
        c.columns(),
        c.notes());
  }

  private static TableContent with(UnaryOperator<TableContent> change, List<String> sources) {
    TableContent c = change.apply(Contents.complete());
    return new TableContent(
        c.space(),
        c.format(),
        sources,
        c.rows(),
        c.accuracies(),
        c.means(),
        c.series(),
        c.seconds(),
        c.columns(),
        c.notes());
  }
}
