package org.nasbench4j.data.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableCatalogTest {

  private final CompactTables store = new CompactTables(List.of(new LetterSpace(4)));
  @TempDir private Path folder;
  private TableCatalog catalog = catalog(Path.of("unset"));

  private TableCatalog catalog(Path tables) {
    return new TableCatalog(
        List.of(tables), new EmbeddedTables(List.of(), name -> null, tables), store);
  }

  @BeforeEach
  void write() throws IOException {
    catalog = catalog(folder);
    store.write(Contents.complete(), folder.resolve("letters.h5"));
    store.write(Contents.complete(), folder.resolve("more.h5"));
    Files.createDirectory(folder.resolve("folder.h5"));
    Files.writeString(folder.resolve("notes.txt"), "");
  }

  @Test
  void tablesAreListedByName() throws IOException {
    assertThat(catalog.names()).containsExactly("letters", "more");
  }

  @Test
  void aNameMayHaveItsSuffix() throws IOException {
    Path expected = folder.resolve("letters.h5");
    assertThat(catalog.find("letters")).isEqualTo(expected);
    assertThat(catalog.find("letters.h5")).isEqualTo(expected);
    assertThat(catalog.open("letters").info().name()).isEqualTo("letters");
  }

  @Test
  void aPathIsTakenAsItIs() throws IOException {
    Path path = folder.resolve("more.h5");
    assertThat(catalog(Path.of("elsewhere")).find(path.toString())).isEqualTo(path);
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> catalog.find("nb201"))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContainingAll("nb201", folder.toString(), "letters, more");
    assertThatThrownBy(() -> catalog(folder.resolve("no")).find("nb201"))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("no tables");
  }
}
