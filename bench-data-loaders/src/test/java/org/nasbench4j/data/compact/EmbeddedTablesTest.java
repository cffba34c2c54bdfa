package org.nasbench4j.data.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.io.Sha256;

class EmbeddedTablesTest {

  private final CompactTables store = new CompactTables(List.of(new LetterSpace(4)));
  private final Map<String, byte[]> resources = new HashMap<>();
  @TempDir private Path folder;

  @BeforeEach
  void ship() throws IOException {
    Path made = folder.resolve("made.h5");
    store.write(Contents.complete(), made);
    ship(Files.readAllBytes(made));
  }

  private void ship(byte[] table) {
    resources.put("letters.h5", table);
    resources.put("letters.h5.sha256", Sha256.hex(table).getBytes(StandardCharsets.US_ASCII));
  }

  private EmbeddedTables tables(Path cache) {
    return new EmbeddedTables(
        List.of("letters"),
        name -> {
          byte[] bytes = resources.get(name);
          return bytes == null ? null : new ByteArrayInputStream(bytes);
        },
        cache);
  }

  @Test
  void aTableIsUnpackedOnceAndOpenedByName() throws IOException {
    Path cache = folder.resolve("cache");
    TableCatalog catalog = new TableCatalog(List.of(folder), tables(cache), store);
    assertThat(catalog.names()).containsExactly("letters", "made");
    assertThat(catalog.open("letters").info().name()).isEqualTo("letters");

    Path file = catalog.find("letters.h5");
    assertThat(file).startsWith(cache);
    FileTime unpacked = FileTime.fromMillis(1_000);
    Files.setLastModifiedTime(file, unpacked);
    assertThat(catalog.find("letters")).isEqualTo(file);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(unpacked);
  }

  @Test
  void anotherVersionOfTheTableStandsBesideTheFirst() throws IOException {
    Path cache = folder.resolve("cache");
    Path first = tables(cache).file("letters");
    ship(new byte[] {1, 2, 3});
    Path second = tables(cache).file("letters");
    assertThat(second).isNotEqualTo(first);
    assertThat(first).exists();
    assertThat(second).hasBinaryContent(new byte[] {1, 2, 3});
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1_000})
  void aTableThatWasCutOffIsUnpackedAgain(int length) throws IOException {
    Path cache = folder.resolve("cache");
    Path file = tables(cache).file("letters");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, length));
    assertThat(tables(cache).file("letters")).isEqualTo(file).hasBinaryContent(whole);
  }

  @Test
  void aTableInAFolderComesFirst() throws IOException {
    Files.copy(folder.resolve("made.h5"), folder.resolve("letters.h5"));
    TableCatalog catalog =
        new TableCatalog(List.of(folder), tables(folder.resolve("cache")), store);
    assertThat(catalog.find("letters")).isEqualTo(folder.resolve("letters.h5"));
    assertThat(folder.resolve("cache")).doesNotExist();
  }

  @Test
  void aCacheThatCannotBeWrittenIsNamedWithTheWayOut() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "no folder");
    assertThatThrownBy(() -> tables(blocked).file("letters"))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("letters.h5", blocked.toString(), "XDG_CACHE_HOME");
  }

  @Test
  void aProgramWithoutItsTableSaysSo() {
    resources.clear();
    assertThatThrownBy(() -> tables(folder).file("letters"))
        .hasMessageContainingAll("built without", "letters.h5");
  }
}
