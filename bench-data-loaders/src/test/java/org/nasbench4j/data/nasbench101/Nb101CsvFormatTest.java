package org.nasbench4j.data.nasbench101;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasbench4j.data.compact.CompactTables;
import org.nasbench4j.space.nb101.Nb101Enumeration;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.space.nb101.Nb101Space;
import org.nasbench4j.table.FilePlace.AtLine;
import org.nasbench4j.table.Fraction;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.Table;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableFormat;
import org.nasbench4j.table.UnsupportedTableException;

class Nb101CsvFormatTest {
  private static final String HEAD =
      "index,module_hash,num_vertices,adjacency,operations,trainable_params,test_accuracy_108_mean";

  /** The 7 modules of up to three vertices, by hash as published. */
  private static final List<Nb101Module> MODULES =
      new Nb101Enumeration(3)
          .modules()
          .sorted(Comparator.comparing(Nb101Module::canonical))
          .toList();

  @TempDir private Path folder;

  private static List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(HEAD));
    for (int i = 0; i < MODULES.size(); i++) {
      Nb101Module module = MODULES.get(i);
      lines.add(
          "%d,%s,%d,%s,\"%s\",%d,%s"
              .formatted(
                  i,
                  module.canonical(),
                  module.vertices(),
                  module.matrixText(),
                  String.join(",", module.operations()),
                  Rows101.parameters(module),
                  (20_000 + i) / 29_952.0));
    }
    return lines;
  }

  private Path write(List<String> lines) throws IOException {
    return Files.write(folder.resolve("modules.csv"), lines);
  }

  private static TableContent read(Path file) throws IOException {
    return new Nb101CsvFormat().read(file, ImportProgress.SILENT);
  }

  private Table table(Path file) throws IOException {
    CompactTables store = new CompactTables(List.of(new Nb101Space()));
    Path table = folder.resolve("nb101.h5");
    store.write(read(file), table);
    return store.open(table);
  }

  @Test
  void isFoundByItsName() {
    assertThat(ServiceLoader.load(TableFormat.class))
        .anySatisfy(found -> assertThat(found.name()).isEqualTo("nb101-csv"));
  }

  @Test
  void meansAreExact() throws IOException {
    Table table = table(write(lines()));
    for (int row = 0; row < MODULES.size(); row++) {
      assertThat(table.row(MODULES.get(row).canonical())).isEqualTo(row);
      assertThat(table.accuracy(Query.parse("cifar10-40k:test:108")).fraction(row))
          .isEqualTo(new Fraction(20_000 + row, 29_952));
      assertThat(table.column("params").value(row))
          .isEqualTo((double) Rows101.parameters(MODULES.get(row)));
    }
  }

  @Test
  void aPartialTableSaysWhatItLacks() throws IOException {
    Table table = table(write(lines()));
    assertThat(table.info().notes())
        .anySatisfy(
            note ->
                assertThat(note)
                    .contains("partial", "lacks validation", "training times", "single repeats"))
        .anySatisfy(note -> assertThat(note).contains("7 of 423,624 modules"));
    assertThatThrownBy(() -> table.accuracy(Query.parse("cifar10-40k:valid:108")))
        .isInstanceOf(MissingRecordException.class)
        .hasMessageContainingAll(
            "cifar10-40k:valid:108", "holds cifar10-40k:test:108", "mean only");
  }

  @Test
  void aGzippedFileIsReadAlike() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(String.join("\n", lines()).getBytes(StandardCharsets.UTF_8));
    }
    Path file = folder.resolve("modules.csv.gz");
    Files.write(file, bytes.toByteArray());
    assertThat(read(file).rows().count()).isEqualTo(7);
    Files.write(file, Arrays.copyOf(bytes.toByteArray(), bytes.size() - 20));
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("breaks off");
  }

  @ParameterizedTest
  @CsvSource({
    "conv3x3-bn-relu, conv9x9, (conv9x9)",
    "input, inputs, (inputs)",
    "0.66, 0.660, no share of 29952 answers",
    "0.66, NaN0.66, is no number",
  })
  void whatIsWrongIsRefusedWithItsLine(String found, String instead, String message)
      throws IOException {
    List<String> lines = lines();
    int line = 3;
    while (!lines.get(line).contains(found)) {
      line++;
    }
    lines.set(line, lines.get(line).replaceFirst(Pattern.quote(found), instead));
    int expected = line + 1;
    Path file = write(lines);
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            MalformedTableException.class,
            e -> assertThat(e.place()).isEqualTo(new AtLine(expected)))
        .hasMessageContaining(message);
  }

  @Test
  void theHashOfAnotherModuleIsRefused() throws IOException {
    List<String> lines = lines();
    String hash = "0123456789abcdef0123456789abcdef";
    lines.set(4, lines.get(4).replace(MODULES.get(3).canonical(), hash));
    Path file = write(lines);
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            MalformedTableException.class, e -> assertThat(e.place()).isEqualTo(new AtLine(5)))
        .hasMessageContainingAll(MODULES.get(3).canonical(), hash);
  }

  @Test
  void otherParametersAModuleTwiceAndAMissingColumnAreRefused() throws IOException {
    List<String> lines = lines();
    String parameters = Long.toString(Rows101.parameters(MODULES.get(2)));
    lines.set(3, lines.get(3).replace(parameters, "12"));
    assertMalformed(lines, "parameters");
    List<String> twice = lines();
    twice.add(twice.get(2));
    assertMalformed(twice, "occurs twice");
    List<String> lacking = lines();
    lacking.set(0, HEAD.replace("adjacency", "matrix"));
    assertMalformed(lacking, "column (adjacency) is missing");
    assertMalformed(List.of(HEAD), "no rows");
  }

  private void assertMalformed(List<String> lines, String message) throws IOException {
    Path file = write(lines);
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining(message);
  }

  @Test
  void anotherKindOfFileIsRefused() throws IOException {
    Path file = folder.resolve("modules.csv");
    Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0});
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("zip archive");
  }
}
