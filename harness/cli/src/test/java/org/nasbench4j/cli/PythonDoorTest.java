package org.nasbench4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.RealData;
import org.nasbench4j.cli.option.Tables;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.Table;

/** The lines that docs/data-formats.md shows, run as they stand there. */
class PythonDoorTest {
  private static final Pattern LINES =
      Pattern.compile("### Reading with Python.*?```python\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;
  private String lines;

  @BeforeEach
  void readTheDocument() throws IOException {
    Path document =
        Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
            .map(path -> path.resolve("docs/data-formats.md"))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    Matcher matcher = LINES.matcher(Files.readString(document));
    assertThat(matcher.find()).isTrue();
    lines = matcher.group(1);
  }

  private List<String> printed() throws IOException, InterruptedException {
    return Python.run(folder, lines, "h5py").lines().toList();
  }

  @Test
  void thereAreTenOfThem() {
    assertThat(lines.lines()).hasSize(10);
  }

  @Test
  void theyReadWhatThisProgramReads() throws IOException, InterruptedException {
    Path file = folder.resolve("nb201.h5");
    SyntheticTable.write(file);
    Table table = Tables.store().open(file);
    Column valid = table.accuracy(Query.parse("cifar10-half:valid:200"));
    Column test = table.accuracy(Query.parse("cifar10-all:test:200"));

    assertThat(printed())
        .containsExactly(
            best(valid) + " " + valid.value(best(valid)), String.valueOf(test.value(best(test))));
  }

  private static int best(Column column) {
    return IntStream.range(0, column.rows())
        .reduce((a, b) -> column.value(b) > column.value(a) ? b : a)
        .orElseThrow();
  }

  // The published optima: NATS-Bench, averaged over seeds, after 200 epochs.
  @Test
  void theyFindThePublishedOptima() throws IOException, InterruptedException {
    Path source = RealData.file("nb201");
    Cli done = Cli.run("import", source, "--to", folder.resolve("nb201.h5"));
    assertThat(done.exitCode()).as(done.err()).isZero();

    List<String> said =
        lines
            .lines()
            .filter(line -> line.startsWith("print"))
            .map(PythonDoorTest::comment)
            .toList();
    assertThat(said).containsExactly("6111 91.60666666666667", "94.37333333333333");
    assertThat(printed()).isEqualTo(said);
  }

  private static String comment(String line) {
    return line.substring(line.indexOf('#') + 1).strip();
  }
}
