package org.nasbench4j.data.nasbench201;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.FilePlace.AtLine;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableFormat;
import org.nasbench4j.table.UnsupportedTableException;

class Nb201CsvFormatTest {

  private static final int ALL = 15_625;

  private final Nb201CsvFormat format = new Nb201CsvFormat();
  @TempDir private Path folder;

  private TableContent read(Path source) throws IOException {
    return format.read(source, ImportProgress.SILENT);
  }

  private void assertMalformed(Path source, long line, String... keywords) {
    assertThatThrownBy(() -> read(source))
        .isInstanceOfSatisfying(
            MalformedTableException.class, e -> assertThat(e.place()).isEqualTo(new AtLine(line)))
        .hasMessageContainingAll(keywords);
  }

  private Path write(SampleCsv csv) throws IOException {
    return csv.write(folder.resolve("sample.csv"));
  }

  @Test
  void isFoundByItsName() {
    assertThat(ServiceLoader.load(TableFormat.class))
        .anySatisfy(found -> assertThat(found.name()).isEqualTo("nb201-csv"));
  }

  @Test
  void aCompleteFileIsReadFromItsFolder() throws IOException {
    SampleCsv.ofRows(ALL).writeGzipped(folder.resolve("nb201_accuracies.csv.gz"));
    writeProxies("1.5\n", "-inf\n", "\n", "-100000000\n");
    List<Long> progress = new ArrayList<>();
    TableContent content = format.read(folder, (done, total) -> progress.add(done));
    assertThat(content.space()).isEqualTo("nb201");
    assertThat(((RowNames.Indexed) content.rows()).indices()).hasSize(ALL);
    assertThat(content.accuracies()).hasSize(12);
    assertThat(content.means()).hasSize(4);
    assertThat(content.seconds()).hasSize(6);
    assertThat(content.sources())
        .hasSize(2)
        .allSatisfy(source -> assertThat(source).matches("[a-z0-9_.]+ [0-9a-f]{64}"));
    assertThat(content.columns())
        .containsOnlyKeys(
            "flops",
            "flops-cifar100",
            "flops-imagenet16-120",
            "freerea-nwot-cifar10",
            "nats-runinfo-params-anomaly",
            "params",
            "params-cifar100",
            "params-imagenet16-120");
    assertThat(proxies(content))
        .startsWith(1.5, Double.NEGATIVE_INFINITY, Double.NaN, Double.NaN, Double.NaN);
    assertThat(content.notes())
        .anySatisfy(note -> assertThat(note).contains("7813 of 15625 cells"))
        .anySatisfy(note -> assertThat(note).contains("nb201api_*"))
        .anySatisfy(note -> assertThat(note).contains("of 4 cells only"))
        .anySatisfy(note -> assertThat(note).contains("{nwot=1}", "failed in the source"))
        .anySatisfy(note -> assertThat(note).contains("val_acc_suite_zero", "test accuracy"));
    assertThat(progress).isSorted().last().isEqualTo(2L * ALL);
  }

  private static double[] proxies(TableContent content) {
    return content.columns().getOrDefault("freerea-nwot-cifar10", new double[0]);
  }

  private void writeProxies(String... values) throws IOException {
    Nb201Space space = new Nb201Space();
    StringBuilder text = new StringBuilder("index,arch_str,params,val_acc_suite_zero,nwot\n");
    for (int i = 0; i < values.length; i++) {
      text.append("%d,%s,1,50,%s".formatted(i, space.architecture(i).text(), values[i]));
    }
    Files.writeString(folder.resolve("zc_freerea_cifar10.csv"), text);
  }

  @ParameterizedTest
  @CsvSource({
    "c10v_valid_200_s777, 80.001, is no percentage of 25000 answers",
    "c100_test_12, 100.02, is no percentage of 5000 answers",
    "c100_test_12, -0.02, is no percentage of 5000 answers",
    "in16_validtest_200_s888, NaN, is no number",
    "in16_validtest_200_s888, 0x1p3, is no number",
    "in16_validtest_200_s888, 1e999, is too large",
    "c10v_valid_200_mean, 80, is not the mean of its seeds",
    "c100_test_200_s777_derived, 50, is not c100_validtest_200_s777 minus c100_valid_200_s777",
    "in16_test_200_mean, 50, points off its seeds",
    "c10v_valid_200_s888, '', 'are 2 seeds, not 3'",
    "in16_valid_200_s999, '', disagrees with c10v_valid_200_s999",
    "n_seeds_200, 4, must be a whole number in 1..3",
    "c100_train_time_200_s, 0, must be positive",
    "ops, 000000, must be 410001",
    "c10_params_M, 1.5, must be",
    "nats_runinfo_params_anomaly, 2, must be a whole number in 0..1",
    "arch_str, none, is not the cell of index 3",
    "index, 2, must be a whole number in 3..15624",
    "index, 4, is not the cell of index 4"
  })
  void aWrongValueIsNamedWithLineAndColumn(String column, String value, String reason)
      throws IOException {
    Path file = write(SampleCsv.ofRows(6).with(3, column, value));
    String named = reason.startsWith("is not the cell") ? "arch_str" : column;
    named = column.equals("c10v_valid_200_s888") ? "c10v_valid_200_s777" : named;
    assertMalformed(file, 5, "column (" + named + ")", reason);
  }

  @Test
  void anEarlierCellOfAnotherClassIsRefused() throws IOException {
    SampleCsv csv = SampleCsv.ofRows(4);
    for (int row = 0; row < 4; row++) {
      csv.with(row, "isomorph", String.valueOf(row));
    }
    assertMalformed(write(csv), 6, "ends after 4");
    assertMalformed(write(csv.with(2, "isomorph", "1")), 4, "(isomorph)", "another class");
    assertMalformed(write(csv.with(2, "isomorph", "3")), 4, "(isomorph)", "0..2");
  }

  @Test
  void aRepeatedRowIsRefused() throws IOException {
    assertMalformed(write(SampleCsv.ofRows(5).repeat(2)), 5, "column (index)");
  }

  @Test
  void aSkippedRowIsRefused() throws IOException {
    String text = SampleCsv.ofRows(5).text();
    String[] lines = text.split("\n", -1);
    lines[3] = "";
    Path file = folder.resolve("sample.csv");
    Files.writeString(file, String.join("\n", lines).replace("\n\n", "\n"));
    assertMalformed(file, 4, "column (index)", "must be 2");
  }

  @Test
  void aRowThatLacksColumnsIsRefused() throws IOException {
    String text = SampleCsv.ofRows(3).text();
    String cut = text.substring(0, text.lastIndexOf(",1444.2186"));
    Path file = Files.writeString(folder.resolve("sample.csv"), cut);
    assertMalformed(file, 4, "43 of 48 columns", "(c10v_train_time_200_s) is missing");
    Files.writeString(file, text.stripTrailing() + ",1\n");
    assertMalformed(file, 4, "49 columns, but only 48 have names");
  }

  @Test
  void aFileThatEndsEarlyIsRefused() throws IOException {
    assertMalformed(write(SampleCsv.ofRows(10)), 12, "ends after 10 of the 15625 cells");
  }

  @Test
  void aFileWithTooManyRowsIsRefused() throws IOException {
    Path file = folder.resolve("sample.csv");
    Files.writeString(file, "index\n".repeat(ALL + 2));
    assertMalformed(file, ALL + 2L, "more rows than the 15625 cells");
  }

  @Test
  void aMissingColumnIsNamed() throws IOException {
    assertMalformed(
        write(SampleCsv.ofRows(3).without("c100_valid_12")), 1, "(c100_valid_12) is missing");
    Path file = Files.writeString(folder.resolve("sample.csv"), "a,b,a\n1,2,3\n");
    assertMalformed(file, 1, "(a) occurs twice");
    Files.writeString(file, "");
    assertMalformed(file, 1, "empty");
  }

  @Test
  void aDamagedArchiveIsRefused() throws IOException {
    Path file = SampleCsv.ofRows(200).writeGzipped(folder.resolve("sample.csv.gz"));
    byte[] bytes = Files.readAllBytes(file);
    for (int length : new int[] {3, 10, 1_000, bytes.length - 1}) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThatExceptionOfType(MalformedTableException.class)
          .as("length %d", length)
          .isThrownBy(() -> read(file))
          .withMessageContaining("sample.csv.gz");
    }
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(file, bytes);
    assertThatExceptionOfType(MalformedTableException.class).isThrownBy(() -> read(file));
  }

  @Test
  void aFolderWithoutTheFileIsUnsupported() {
    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("nb201_accuracies.csv.gz");
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> read(folder.resolve("nothing.csv")));
  }
}
