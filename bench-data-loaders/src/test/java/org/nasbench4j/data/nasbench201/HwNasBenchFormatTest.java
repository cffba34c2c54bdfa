package org.nasbench4j.data.nasbench201;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasbench4j.RealData;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.UnsupportedTableException;

class HwNasBenchFormatTest {
  private static final HwNasBenchFormat FORMAT = new HwNasBenchFormat();
  private static final Nb201Space SPACE = new Nb201Space();
  private static final String HEAD = "index,arch_str,edgegpu_latency,edgetpu_latency,fpga_energy";

  @TempDir Path folder;

  private static String line(int index, String values) {
    return "%d,%s,%s".formatted(index, SPACE.architecture(index).text(), values);
  }

  private Path write(String name, String... lines) throws IOException {
    List<String> all = new ArrayList<>(List.of(HEAD));
    all.addAll(List.of(lines));
    return Files.write(folder.resolve(name), all);
  }

  private static TableContent read(Path source) throws IOException {
    return FORMAT.read(source, ImportProgress.SILENT);
  }

  private static double[] column(TableContent content, String name) {
    return Objects.requireNonNull(content.columns().get(name));
  }

  @Test
  void everyMeasurementIsAColumnAndItsUnitIsNoted() throws IOException {
    Path file = write("hwnasbench_cifar100.csv", line(0, "5.5,-1,3.25"), line(7, "4,2,1"));

    TableContent content = read(file);

    assertThat(content.accuracies()).isEmpty();
    assertThat(content.columns())
        .containsOnlyKeys(
            "hw-edgegpu-latency-cifar100",
            "hw-edgetpu-latency-cifar100",
            "hw-fpga-energy-cifar100");
    assertThat(content.columns().get("hw-edgegpu-latency-cifar100")).startsWith(5.5, Double.NaN);
    assertThat(column(content, "hw-edgetpu-latency-cifar100")[0]).isNaN();
    assertThat(column(content, "hw-edgetpu-latency-cifar100")[7]).isEqualTo(2);
    assertThat(content.notes())
        .anyMatch(note -> note.startsWith("The table has no accuracies"))
        .anyMatch(note -> note.contains("hw-*-latency-cifar100 are in milliseconds"))
        .contains(
            "hw-*-cifar100: values that failed in the source (-1) are absent:"
                + " {edgetpu_latency=1}.");
  }

  @Test
  void aFolderOfSuchFilesIsOneTable() throws IOException {
    write("hwnasbench_cifar10.csv", line(0, "1,2,3"));
    write("hwnasbench_ImageNet16-120.csv", line(0, "4,5,6"));

    assertThat(FORMAT.recognizes(folder)).isTrue();
    assertThat(read(folder).columns())
        .containsKeys("hw-fpga-energy-cifar10", "hw-fpga-energy-imagenet16-120");

    write("zc_freerea_cifar10.csv", line(0, "4,5,6"));
    assertThat(FORMAT.recognizes(folder)).isFalse();
  }

  @Test
  void aFileIsRecognizedByItsColumns() throws IOException {
    assertThat(FORMAT.recognizes(write("any.csv", line(0, "1,2,3")))).isTrue();
    assertThat(FORMAT.recognizes(Files.writeString(folder.resolve("b"), "arch_str,a"))).isFalse();
  }

  @Test
  void theNameMustSayTheDataSet() throws IOException {
    Path file = write("latency.csv", line(0, "1,2,3"));

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("the content does not say which data set it is of");
  }

  @Test
  void damagedLinesAreRefused() throws IOException {
    for (String bad : List.of("1,2", "1,2,x", "1,2,3,4")) {
      Path file = write("hwnasbench_cifar10.csv", line(0, "1,2,3"), line(3, bad));
      assertThatThrownBy(() -> read(file)).as(bad).isInstanceOf(MalformedTableException.class);
    }
    Path twice = write("hwnasbench_cifar10.csv", line(3, "1,2,3"), line(3, "1,2,3"));
    assertThatThrownBy(() -> read(twice)).isInstanceOf(MalformedTableException.class);
  }

  @Test
  void aFolderWithoutFilesIsNoTable() {
    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContainingAll("gives no column", "hwnasbench_cifar10.csv");
  }

  @Test
  void aFileWithoutCellsIsRefused() throws IOException {
    Path file = write("hwnasbench_cifar10.csv");
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContainingAll("hwnasbench_cifar10.csv", "no cells");
  }

  @Test
  void anotherDataSetIsLeftOutAndNoted() throws IOException {
    Path foreign = write("hwnasbench_svhn.csv", line(0, "1,2,3"));
    assertThatThrownBy(() -> read(foreign))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("hwnasbench_svhn.csv was left out");

    write("hwnasbench_cifar10.csv", line(0, "1,2,3"));
    TableContent content = read(folder);
    assertThat(content.columns()).hasSize(3);
    assertThat(content.notes())
        .contains("hwnasbench_svhn.csv was left out: the benchmark has no data set svhn.");
  }

  @Test
  void aColumnThatTwoFilesHaveIsRefused() throws IOException {
    write("hwnasbench_cifar10.csv", line(0, "1,2,3"));
    write("hwnasbench_CIFAR10.csv", line(0, "4,5,6"));
    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContainingAll("hwnasbench_cifar10.csv", "edgegpu_latency", "there already");
  }

  @Test
  void aColumnWhoseNameCannotBeOneIsRefused() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("hwnasbench_cifar10.csv"),
            "index,arch_str,my col\n" + line(0, "1") + "\n");
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContainingAll("hwnasbench_cifar10.csv", "(my col)");
  }

  @Test
  void noMoreColumnsAreReadThanAFileMayHave() throws IOException {
    StringBuilder head = new StringBuilder("index,arch_str");
    for (int i = 0; i < 6_000; i++) {
      head.append(",c").append(i);
    }
    Path file =
        Files.writeString(
            folder.resolve("hwnasbench_cifar10.csv"),
            head + "\n" + line(0, "1" + ",1".repeat(5_999)) + "\n");
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("6002 columns; at most 256");
  }

  // Of HW-NAS-Bench's own README for cell 0: {'edgegpu_latency': 5.807418537139893,
  // 'edgegpu_energy': 24.226614330768584, 'raspi4_latency': 10.481976820010459, …}.
  @ParameterizedTest
  @CsvSource({
    "hw-edgegpu-latency-cifar10, 5.807418537",
    "hw-edgegpu-energy-cifar10, 24.22661433",
    "hw-raspi4-latency-cifar10, 10.48197682"
  })
  void publishedNumbersOfTheFirstCellAreRead(String column, double expected) throws IOException {
    TableContent content = read(RealData.file("nb201/hwnasbench_cifar10.csv.gz"));

    assertThat(content.columns()).hasSize(10);
    assertThat(column(content, column)[0]).isEqualTo(expected);
  }
}
