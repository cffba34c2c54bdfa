package org.nasbench4j.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.RealData;
import org.nasbench4j.cli.Cli;
import org.nasbench4j.cli.SyntheticTable;

/** The choice of the format; what formats read is their own tests' matter. */
class ImportCommandTest {
  @TempDir Path folder;
  private Path target;

  @BeforeEach
  void nameTheTarget() {
    target = folder.resolve("table.h5");
  }

  @Test
  void theFormatIsDetected() {
    Path source = RealData.file("nb101/one_record.tfrecord");

    Cli done = Cli.run("import", source, "--to", target);

    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(done.err()).contains("Wrote 1 architectures of nb101-tfrecord to");
    assertThat(target).exists();
  }

  @Test
  void aFolderIsDetected() {
    Path source = RealData.file("natsbench/NATS-tss-v1_0-3ffb9-simple");

    Cli done = Cli.run("import", source, "--to", target);

    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(done.err()).contains("Wrote 2 architectures of nats-simple to");
  }

  @Test
  void scoresWithoutMuchElseAreDetectedAndExamined() throws IOException {
    Path source =
        Files.writeString(
            folder.resolve("scores"),
            "{\"cifar100\": {\"(4, 3, 3, 0, 0, 0)\": {\"synflow\": {\"score\": 1.5, \"time\": 0.1},"
                + " \"val_accuracy\": 53.68}}}");

    Cli done = Cli.run("import", source, "--to", target);

    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(done.err()).contains("Wrote 1 architectures of suite-zero to");
    Cli answer = Cli.run("doctor", target);
    assertThat(answer.exitCode()).as(answer.out()).isZero();
    assertThat(answer.out()).contains("1 of 15,625 architectures, source suite-zero");
  }

  @Test
  void aFormatThatDoesNotFitIsRefusedWithTheOneThatDoes() {
    Path source = RealData.file("nb101/one_record.tfrecord");

    Cli refused = Cli.run("import", source, "--format", "nats-tss", "--to", target);

    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.errorLine())
        .contains("one_record.tfrecord", "looks like nb101-tfrecord, not like nats-tss");
    assertThat(target).doesNotExist();
  }

  @Test
  void anUnknownFormatListsTheKnownOnes() throws IOException {
    Path source = Files.writeString(folder.resolve("source"), "text");

    Cli refused = Cli.run("import", source, "--format", "nb301", "--to", target);

    assertThat(refused.errorLine())
        .contains("nb301", "nats-simple", "nats-tss", "nb101-csv", "nb201-pth");
  }

  @Test
  void whatNoFormatReadsIsNamed() throws IOException {
    Path source = Files.write(folder.resolve("source"), new byte[] {'P', 'K', 3, 4, 0, 0});

    Cli refused = Cli.run("import", source, "--to", target);

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.errorLine())
        .contains("a zip archive", "nats-tss", "--format")
        .hasSizeLessThan(500);
  }

  @Test
  void whatEachFormatReadsIsInTheHelp() {
    assertThat(Cli.run("import", "--help").out())
        .contains("nats-tss", "NATS-tss-v1_0-3ffb9.pickle.pbz2", "nasbench_only108.tfrecord");
  }

  @Test
  void aTableIsATableAlready() throws IOException {
    Path table = folder.resolve("synthetic.h5");
    SyntheticTable.write(table);

    Cli refused = Cli.run("import", table, "--to", target);

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.errorLine()).contains("synthetic.h5", "is a table already");
    assertThat(target).doesNotExist();
  }

  @Test
  void anotherHdf5FileIsNoTable() throws IOException {
    byte[] signature = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    Path source = Files.write(folder.resolve("source.h5"), Arrays.copyOf(signature, 200));

    Cli refused = Cli.run("import", source, "--to", target);

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.errorLine()).contains("an HDF5 file (", "nats-tss");
  }

  @Test
  void theWebPageOfADownloadIsNamed() throws IOException {
    Path source =
        Files.writeString(
            folder.resolve("NAS-Bench-201-v1_1-096897.pth"),
            "<!DOCTYPE html><html><head><title>Google Drive - Virus scan warning</title>");

    Cli refused = Cli.run("import", source, "--to", target);

    assertThat(refused.errorLine()).contains("a web page", "Google Drive");
    assertThat(target).doesNotExist();
  }

  @Test
  void aFolderThatNoFormatReadsIsNamedByWhatIsInIt() throws IOException {
    for (String name : new String[] {"a.txt", "b.txt", "c.txt", "d.txt"}) {
      Files.writeString(folder.resolve(name), "text");
    }

    Cli refused = Cli.run("import", folder, "--to", target);

    assertThat(refused.errorLine()).contains("a folder with a.txt, b.txt, c.txt and 1 files more");
  }

  @Test
  void theSourceIsNotReplaced() throws IOException {
    Path source = Files.writeString(folder.resolve("src.csv"), "text");

    Cli refused = Cli.run("import", source, "--to", source, "--overwrite");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.errorLine()).contains("src.csv", "the one that is read");
    assertThat(source).hasContent("text");
  }

  @Test
  void aTargetThatCannotBeWrittenIsFoundFirst() throws IOException {
    Path source = Files.writeString(folder.resolve("src.csv"), "of no format");
    Path inner = Files.createDirectory(folder.resolve("inner"));

    assertThat(Cli.run("import", source, "--to", inner).errorLine())
        .endsWith("inner: is a folder, not a file");
    assertThat(Cli.run("import", source, "--to", inner, "--overwrite").errorLine())
        .endsWith("inner: is a folder, not a file");
    assertThat(Cli.run("import", source, "--to", source.resolve("x.h5")).errorLine())
        .endsWith("src.csv: is a file, not a folder");
    assertThat(Cli.run("import", source, "--to", "").exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nb101-tfrecord", "nb101-csv", "nb201-csv"})
  void aFolderInPlaceOfAFileIsNamed(String format) throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));

    Cli refused = Cli.run("import", source, "--format", format, "--to", target);

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.errorLine()).contains("source", "folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nb101-csv", "nb201-csv"})
  void aFileOfAnotherKindIsNotReadWhole(String format) throws IOException {
    Path source = sparse(new byte[] {0});

    Cli refused = Cli.run("import", source, "--format", format, "--to", target);

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.errorLine()).contains("a file of an unknown kind", "source");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nb101-csv", "nb201-csv"})
  void aTextTooLongForATableIsNotReadWhole(String format) throws IOException {
    Path source = sparse("sixteen letters and more".getBytes(StandardCharsets.US_ASCII));

    Cli refused = Cli.run("import", source, "--format", format, "--to", target);

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.errorLine()).contains("source", "3000000000 bytes, above the limit");
  }

  // Takes no room on a disk.
  private Path sparse(byte[] beginning) throws IOException {
    Path source = Files.write(folder.resolve("source"), beginning);
    try (RandomAccessFile file = new RandomAccessFile(source.toFile(), "rw")) {
      file.setLength(3_000_000_000L);
    }
    return source;
  }

  @Test
  void aFolderOfRecordsAloneIsToldWhatItLacks() throws IOException {
    Files.writeString(folder.resolve("000005.pickle.pbz2"), "record");

    Cli refused = Cli.run("import", folder, "--to", target);

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.errorLine()).contains("with 1 records and no meta.pickle.pbz2");
  }

  @Test
  void aSourceThatIsNotThereIsAnInputError() {
    Cli refused = Cli.run("import", folder.resolve("absent"), "--to", target);

    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(refused.errorLine()).contains("absent");
  }
}
