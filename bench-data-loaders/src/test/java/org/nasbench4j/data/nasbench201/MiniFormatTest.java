package org.nasbench4j.data.nasbench201;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.data.pandas.FrameFile;
import org.nasbench4j.data.pandas.FrameFile.Layout;
import org.nasbench4j.data.pandas.FrameFile.Order;
import org.nasbench4j.data.pickle.PickleWriter;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.UnsupportedTableException;

class MiniFormatTest {
  private static final MiniFormat FORMAT = new MiniFormat();
  private static final Nb201Space SPACE = new Nb201Space();
  private static final List<String> NAMES =
      List.of(
          "cifar10-test",
          "cifar10-val",
          "cifar100-test",
          "cifar100-val",
          "imagenet-test",
          "imagenet-val");

  /**
   * What pandas 1.5.3 wrote by {@code DataFrame(rows, columns=[…]).to_pickle(file, protocol=5)} for
   * cells 0 and 1 with the accuracies {@code 50.25, 40.5, 30.5, 20.5, 10, 12.5}, and one more each.
   */
  private static final String BY_PANDAS =
      "gAWVxQQAAAAAAACMEXBhbmRhcy5jb3JlLmZyYW1llIwJRGF0YUZyYW1llJOUKYGUfZQojARfbWdy"
          + "lIwecGFuZGFzLmNvcmUuaW50ZXJuYWxzLm1hbmFnZXJzlIwMQmxvY2tNYW5hZ2VylJOUjBZwYW5k"
          + "YXMuX2xpYnMuaW50ZXJuYWxzlIwPX3VucGlja2xlX2Jsb2NrlJOUjBJudW1weS5jb3JlLm51bWVy"
          + "aWOUjAtfZnJvbWJ1ZmZlcpSTlCiWEAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAlIwFbnVtcHmUjAVk"
          + "dHlwZZSTlIwCaTiUiYiHlFKUKEsDjAE8lE5OTkr/////Sv////9LAHSUYksBSwKGlIwBQ5R0lFKU"
          + "jAhidWlsdGluc5SMBXNsaWNllJOUSwBLAUsBh5RSlEsCh5RSlGgLjBVudW1weS5jb3JlLm11bHRp"
          + "YXJyYXmUjAxfcmVjb25zdHJ1Y3SUk5RoEIwHbmRhcnJheZSTlEsAhZRDAWKUh5RSlChLAUsBSwKG"
          + "lGgSjAJPOJSJiIeUUpQoSwOMAXyUTk5OSv////9K/////0s/dJRiiV2UKIxffGF2Z19wb29sXzN4"
          + "M34wfCt8bm9yX2NvbnZfMXgxfjB8c2tpcF9jb25uZWN0fjF8K3xub3JfY29udl8xeDF+MHxza2lw"
          + "X2Nvbm5lY3R+MXxza2lwX2Nvbm5lY3R+MnyUjF98bm9yX2NvbnZfM3gzfjB8K3xub3JfY29udl8z"
          + "eDN+MHxhdmdfcG9vbF8zeDN+MXwrfHNraXBfY29ubmVjdH4wfG5vcl9jb252XzN4M34xfHNraXBf"
          + "Y29ubmVjdH4yfJRldJRiaB5LAUsCSwGHlFKUSwKHlFKUaAtoDiiWYAAAAAAAAAAAAAAAACBJQAAA"
          + "AAAAoElAAAAAAABAREAAAAAAAMBEQAAAAAAAgD5AAAAAAACAP0AAAAAAAIA0QAAAAAAAgDVAAAAA"
          + "AAAAJEAAAAAAAAAmQAAAAAAAAClAAAAAAAAAK0CUaBKMAmY4lImIh5RSlChLA2gWTk5OSv////9K"
          + "/////0sAdJRiSwZLAoaUaBl0lFKUaB5LAksISwGHlFKUSwKHlFKUh5RdlCiMGHBhbmRhcy5jb3Jl"
          + "LmluZGV4ZXMuYmFzZZSMCl9uZXdfSW5kZXiUk5RoSIwFSW5kZXiUk5R9lCiMBGRhdGGUaCVoJ0sA"
          + "hZRoKYeUUpQoSwFLCIWUaC+JXZQojARhcmNolIwHY2VsbHN0cpSMDGNpZmFyMTAtdGVzdJSMC2Np"
          + "ZmFyMTAtdmFslIwNY2lmYXIxMDAtdGVzdJSMDGNpZmFyMTAwLXZhbJSMDWltYWdlbmV0LXRlc3SU"
          + "jAxpbWFnZW5ldC12YWyUZXSUYowEbmFtZZROdYaUUpRoSowZcGFuZGFzLmNvcmUuaW5kZXhlcy5y"
          + "YW5nZZSMClJhbmdlSW5kZXiUk5R9lChoXU6MBXN0YXJ0lEsAjARzdG9wlEsCjARzdGVwlEsBdYaU"
          + "UpRlhpRSlIwEX3R5cJSMCWRhdGFmcmFtZZSMCV9tZXRhZGF0YZRdlIwFYXR0cnOUfZSMBl9mbGFn"
          + "c5R9lIwXYWxsb3dzX2R1cGxpY2F0ZV9sYWJlbHOUiHN1Yi4=";

  @TempDir Path folder;

  private final List<Object> indices = new ArrayList<>(List.of(284L, 9L));
  private final List<Object> cells = new ArrayList<>(List.of(text(284), text(9)));
  private final double[][] floats = new double[NAMES.size()][];

  MiniFormatTest() {
    for (int column = 0; column < floats.length; column++) {
      floats[column] = new double[] {10 + column, 20 + column};
    }
  }

  private static String text(int index) {
    return SPACE.architecture(index).text();
  }

  private Path file() {
    return folder.resolve("mini-bench-arch-cell-accs.pd");
  }

  private void write(Layout layout, Order order) throws IOException {
    Files.write(file(), new FrameFile(indices, cells, NAMES, floats).write(layout, order));
  }

  private TableContent read() throws IOException {
    return FORMAT.read(file(), ImportProgress.SILENT);
  }

  private void assertMalformed(String message) throws IOException {
    write(Layout.OLD, Order.C);
    assertThatThrownBy(this::read)
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining(message)
        .hasMessageContaining(file().getFileName().toString());
  }

  private static AccuracyBlock block(TableContent content, String measure) {
    return content.accuracies().stream()
        .filter(
            block ->
                "%s:%s".formatted(block.axes().training(), block.axes().split()).equals(measure))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"OLD, C", "OLD, F", "NEW, C", "NEW, F"})
  void accuraciesAreThoseOfTheScheduleOf12Epochs(Layout layout, Order order) throws IOException {
    write(layout, order);

    TableContent content = read();

    assertThat(((RowNames.Indexed) content.rows()).indices()).containsExactly(9, 284);
    assertThat(content.accuracies())
        .allSatisfy(
            block -> {
              assertThat(block.axes().schedule()).isEqualTo(new Schedule(12));
              assertThat(block.axes().seeds()).containsExactly(111);
            });
    assertThat(block(content, "cifar10-all:test").correct()).containsExactly(2000, 1000);
    assertThat(block(content, "cifar100:test").correct()).containsExactly(1100, 600);
    assertThat(block(content, "cifar100:valid").correct()).containsExactly(1150, 650);
    assertThat(block(content, "imagenet16-120:test").correct()).containsExactly(720, 420);
    assertThat(block(content, "imagenet16-120:valid").correct()).containsExactly(750, 450);
    assertThat(content.means().get(0).measure()).hasToString("cifar10-half:valid:12");
    assertThat(content.means().get(0).correct()).containsExactly(10_500, 5_500);
    assertThat(content.means().get(0).seedCounts()).containsExactly(2, 2);
    assertThat(content.notes())
        .anyMatch(note -> note.startsWith("The table is of 12 epochs"))
        .contains("The file holds 2 of 15625 architectures.");
  }

  @Test
  void whatPandasWroteIsRead() throws IOException {
    Files.write(file(), Base64.getDecoder().decode(BY_PANDAS));

    TableContent content = read();

    assertThat(((RowNames.Indexed) content.rows()).indices()).containsExactly(0, 1);
    assertThat(block(content, "cifar10-all:test").correct()).containsExactly(5025, 5125);
    assertThat(block(content, "cifar100:test").correct()).containsExactly(1525, 1575);
    assertThat(block(content, "imagenet16-120:valid").correct()).containsExactly(375, 405);
    assertThat(content.means().get(0).correct()).containsExactly(20_250, 20_750);
    assertThat(FORMAT.recognizes(file())).isTrue();
  }

  @Test
  void aFileIsRecognizedByItsContent() throws IOException {
    Path other = folder.resolve("download");
    Files.write(other, new FrameFile(indices, cells, NAMES, floats).write(Layout.OLD, Order.C));
    assertThat(FORMAT.recognizes(other)).isTrue();

    Files.write(other, PickleWriter.pickle(List.of("a", 1)));
    assertThat(FORMAT.recognizes(other)).isFalse();
  }

  @Test
  void truncatedFilesAreRefused() throws IOException {
    write(Layout.OLD, Order.C);
    byte[] whole = Files.readAllBytes(file());
    for (int length : new int[] {1, 2, 60, whole.length / 2, whole.length - 1}) {
      Files.write(file(), Arrays.copyOf(whole, length));
      assertThatThrownBy(this::read)
          .as("%d bytes", length)
          .isInstanceOfAny(MalformedTableException.class, UnsupportedTableException.class);
    }
  }

  @Test
  void anUnknownArchitectureIsRefused() throws IOException {
    cells.set(0, text(9));
    assertMalformed("is not the cell of index 284");

    cells.set(0, "|none|");
    assertMalformed("row 0: |none| is not the cell of index 284");

    indices.set(0, 15_625L);
    assertMalformed("is not the cell of index 15625");
  }

  @Test
  void aDuplicateArchitectureIsRefused() throws IOException {
    indices.set(0, 9L);
    cells.set(0, text(9));

    assertMalformed("row 1: there is another row of index 9");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -1, 101, 12.3456789})
  void anAccuracyThatIsNoShareOfTheImagesIsRefused(double value) throws IOException {
    Objects.requireNonNull(floats[3])[1] = value;

    assertMalformed("row 1: column (cifar100-val): %s is no percentage of 5000".formatted(value));
  }

  @Test
  void columnsOfTheWrongLengthAreRefused() throws IOException {
    cells.remove(1);

    assertMalformed("a numpy array of shape [1, 2] and the numpy type O8 has 1 elements");
  }

  @Test
  void aMissingColumnIsRefused() throws IOException {
    Files.write(
        file(),
        new FrameFile(indices, cells, NAMES.subList(0, 5), Arrays.copyOf(floats, 5))
            .write(Layout.NEW, Order.C));

    assertThatThrownBy(this::read)
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("column (imagenet-val) is missing");
  }

  @Test
  void blocksMustFillTheTable() throws IOException {
    Files.write(
        file(),
        new FrameFile(indices, cells, NAMES, Arrays.copyOf(floats, 5)).write(Layout.NEW, Order.C));

    assertThatThrownBy(this::read)
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("column 7 of a table of pandas has no name or no values");
  }

  @Test
  void aForeignGlobalIsRefused() throws IOException {
    Files.write(
        file(), PickleWriter.start().global("pandas.io.common", "get_handle").ascii(")R").stop());

    assertThatThrownBy(this::read)
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("the global pandas.io.common.get_handle");
  }

  @Test
  void otherPicklesAreRefused() throws IOException {
    Files.write(file(), PickleWriter.pickle(List.of("pandas.core.frame")));

    assertThatThrownBy(this::read)
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("a pickled DataFrame");
  }
}
