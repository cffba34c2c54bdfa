package org.nasbench4j.space.nb201;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Nb201CellTest {
  private static final String FIRST =
      "|avg_pool_3x3~0|+|nor_conv_1x1~0|skip_connect~1|"
          + "+|nor_conv_1x1~0|skip_connect~1|skip_connect~2|";

  @Test
  void writesWhatItReads() {
    Nb201Cell cell = Nb201Cell.parse(FIRST);

    assertThat(cell.text()).isEqualTo(FIRST);
    assertThat(cell).hasToString(FIRST);
    assertThat(cell.digits()).isEqualTo("421211");
    assertThat(cell.code()).isEqualTo(Integer.parseInt("421211", 5));
  }

  @Test
  void readsEveryCellBack() {
    for (int code = 0; code < 15_625; code++) {
      assertThat(Nb201Cell.parse(Nb201Cell.ofCode(code).text()).code()).isEqualTo(code);
    }
  }

  @Test
  void knowsItsEdges() {
    Nb201Cell cell = Nb201Cell.parse(FIRST);

    assertThat(IntStream.range(0, 6).mapToObj(cell::operation))
        .containsExactly(
            Operation.AVG_POOL_3X3,
            Operation.NOR_CONV_1X1,
            Operation.SKIP_CONNECT,
            Operation.NOR_CONV_1X1,
            Operation.SKIP_CONNECT,
            Operation.SKIP_CONNECT);
    assertThat(cell.operation(1, 0)).isEqualTo(Operation.AVG_POOL_3X3);
    assertThat(cell.operation(3, 0)).isEqualTo(Operation.NOR_CONV_1X1);
    assertThat(cell.count(Operation.SKIP_CONNECT)).isEqualTo(3);
    assertThat(cell.count(Operation.NOR_CONV_3X3)).isZero();
  }

  @Test
  void operationsHaveTheDigitsOfTheBenchmark() {
    assertThat(Operation.values())
        .extracting(Operation::id)
        .containsExactly("none", "skip_connect", "nor_conv_1x1", "nor_conv_3x3", "avg_pool_3x3");
    assertThat(Operation.values())
        .allSatisfy(operation -> assertThat(Operation.of(operation.digit())).isSameAs(operation))
        .extracting(Operation::digit)
        .containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void isAMatrixWithARowForEachNode() {
    assertThat(Nb201Cell.parse(FIRST).matrix())
        .isDeepEqualTo(new int[][] {{0, 0, 0, 0}, {4, 0, 0, 0}, {2, 1, 0, 0}, {2, 1, 1, 0}});
  }

  @Test
  void changesOneEdgeOnly() {
    Nb201Cell cell = Nb201Cell.parse(FIRST);

    assertThat(cell.with(2, Operation.NOR_CONV_3X3).digits()).isEqualTo("423211");
    assertThat(cell.digits()).isEqualTo("421211");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cell.with(6, Operation.NONE))
        .withMessageContaining("edge (6)");
  }

  @Test
  void isEqualAsWritten() {
    assertThat(Nb201Cell.parse(FIRST))
        .isEqualTo(Nb201Cell.parse(FIRST))
        .hasSameHashCodeAs(Nb201Cell.parse(FIRST))
        .isNotEqualTo(Nb201Cell.ofCode(0))
        .isNotEqualTo(FIRST);
  }

  // Written down by hand from the official rule. 301011 uses one convolution twice, 030301 has two:
  // one string, two functions.
  @ParameterizedTest
  @CsvSource({
    "000000, #+#+#",
    "000100, #+#+0",
    "100010, #+#+0",
    "301011, #+#+(0)@nor_conv_3x3+(0)@nor_conv_3x3",
    "030301, #+#+(0)@nor_conv_3x3+(0)@nor_conv_3x3",
    "111111, 0+0+0+0",
  })
  void hasTheOfficialUniqueString(String digits, String expected) {
    Nb201Cell cell = Nb201Cell.ofCode(Integer.parseInt(digits, 5));

    assertThat(cell.canonical()).isEqualTo(expected).isSameAs(cell.canonical());
  }

  @Test
  void theUniqueStringCanKeepZerosAsOperations() {
    assertThat(Nb201Cell.ofCode(Integer.parseInt("100010", 5)).canonicalWithoutZeroPropagation())
        .isEqualTo("((0)@none+(0)@none)@none+(0)@none+0");
  }

  // The published counts of NAS-Bench-201.
  @Test
  void thereAreAsManyClassesAsPublished() {
    assertThat(IntStream.range(0, 15_625).mapToObj(Nb201Cell::ofCode))
        .satisfies(
            cells -> {
              assertThat(cells.stream().map(Nb201Cell::canonical).distinct()).hasSize(6_466);
              assertThat(cells.stream().map(Nb201Cell::canonicalWithoutZeroPropagation).distinct())
                  .hasSize(12_751);
            });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "an unknown operation; |dil_conv_3x3~0|+|none~0|none~1|+|none~0|none~1|none~2|;"
            + " expected an operation at character 2",
        "an operation in capitals; |NONE~0|+|none~0|none~1|+|none~0|none~1|none~2|;"
            + " expected an operation at character 2",
        "an empty operation; |~0|+|none~0|none~1|+|none~0|none~1|none~2|;"
            + " expected an operation at character 2",
        "a missing node; |none~0|+|none~0|none~1|; expected (+|) at character 25, found the end",
        "a missing edge; |none~0|+|none~0|+|none~0|none~1|none~2|;"
            + " expected an operation at character 18",
        "a wrong source; |none~0|+|none~0|none~0|+|none~0|none~1|none~2|;"
            + " expected (~1|) at character 22",
        "a missing source; |none|+|none~0|none~1|+|none~0|none~1|none~2|;"
            + " expected (~0|) at character 6",
        "text behind the end; |none~0|+|none~0|none~1|+|none~0|none~1|none~2|+|none~0|;"
            + " expected the end at character 48",
        "a space; |none~0|+|none~0|none~1|+ |none~0|none~1|none~2|; expected (+|) at character 25",
        "nothing but a bar; |; expected an operation at character 2, found the end",
        "nothing; ''; expected (|) at character 1, found the end",
      })
  void refuses(String what, String text, String reason) {
    assertThatIllegalArgumentException()
        .as(what)
        .isThrownBy(() -> Nb201Cell.parse(text))
        .withMessageContaining("(" + text + ")")
        .withMessageContaining(reason)
        .withMessageContaining("|op~0|+|op~0|op~1|+|op~0|op~1|op~2|")
        .withMessageContaining("none, skip_connect, nor_conv_1x1, nor_conv_3x3, avg_pool_3x3");
  }

  @Test
  void cutsTextThatIsFarTooLongInTheMessage() {
    String text = FIRST + "+".repeat(100_000);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Nb201Cell.parse(text))
        .withMessageContaining(text.length() + " characters")
        .satisfies(error -> assertThat(error.getMessage()).hasSizeLessThan(700));
  }

  @ParameterizedTest
  @CsvSource({"-1", "15625"})
  void refusesCodesOutOfRange(int code) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Nb201Cell.ofCode(code))
        .withMessageContaining("(" + code + ")")
        .withMessageContaining("0 to 15624");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "4, 0", "2, -1"})
  void refusesEdgesThatDoNotExist(int node, int source) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Nb201Cell.edge(node, source))
        .withMessageContaining("(" + node + "<-" + source + ")");
  }

  @ParameterizedTest
  @CsvSource({"-1", "5"})
  void refusesDigitsOfNoOperation(int digit) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Operation.of(digit))
        .withMessageContaining("(" + digit + ")")
        .withMessageContaining("skip_connect");
  }
}
