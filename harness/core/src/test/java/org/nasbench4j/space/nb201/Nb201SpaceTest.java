package org.nasbench4j.space.nb201;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.IndexedSpaceContract;

class Nb201SpaceTest extends IndexedSpaceContract {
  private final Nb201Space space = new Nb201Space();

  @Override
  protected Nb201Space space() {
    return space;
  }

  // The MD5 sum of the 15,625 strings of the official meta file, joined by line feeds.
  @Test
  void hasTheOfficialOrder() throws Exception {
    String all =
        IntStream.range(0, 15_625)
            .mapToObj(index -> space.architecture(index).text())
            .collect(Collectors.joining("\n"));

    byte[] md5 = MessageDigest.getInstance("MD5").digest(all.getBytes(StandardCharsets.US_ASCII));

    assertThat(HexFormat.of().formatHex(md5)).isEqualTo("1985aacc268bf045d31ddeecaaac0dc0");
  }

  // From the official meta file.
  @ParameterizedTest
  @CsvSource({
    "0, |avg_pool_3x3~0|+|nor_conv_1x1~0|skip_connect~1|"
        + "+|nor_conv_1x1~0|skip_connect~1|skip_connect~2|",
    "9, |avg_pool_3x3~0|+|none~0|none~1|+|skip_connect~0|none~1|nor_conv_3x3~2|",
    "123, |avg_pool_3x3~0|+|avg_pool_3x3~0|nor_conv_1x1~1|"
        + "+|none~0|avg_pool_3x3~1|nor_conv_3x3~2|",
  })
  void numbersCellsAsPublished(int index, String text) {
    assertThat(space.architecture(index).text()).isEqualTo(text);
    assertThat(space.index(Nb201Cell.parse(text))).isEqualTo(index);
  }

  @Test
  void everyCellHasOneIndex() {
    assertThat(IntStream.range(0, 15_625).map(code -> space.index(Nb201Cell.ofCode(code))))
        .doesNotHaveDuplicates()
        .hasSize(15_625);
  }

  @Test
  void isTheSameOrderInEveryInstance() {
    Nb201Space other = new Nb201Space();

    assertThat(other.architecture(9_930)).isEqualTo(space.architecture(9_930));
    assertThat(other.index(space.architecture(9_930))).isEqualTo(9_930);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9930",
        "09930",
        "333133",
        "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|"
            + "+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~2|",
      })
  void readsThreeNotations(String text) {
    assertThat(space.parse(text)).isSameAs(space.architecture(9_930));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"15625", "99999", "333135", "0333133", "3331330", "+1", "-1", "1.0", "٣٣"})
  void refusesNumbersOutOfRange(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.parse(text))
        .withMessageContaining("(" + text + ")")
        .withMessageContaining("|op~0|+|op~0|op~1|+|op~0|op~1|op~2|")
        .withMessageContaining("six digits 0 to 4")
        .withMessageContaining("index 0 to 15624");
  }

  @Test
  void returnsSharedInstances() {
    Nb201Cell cell = space.architecture(11);

    assertThat(space.parse(cell.text())).isSameAs(cell);
    assertThat(space.decode(space.encode(cell))).isSameAs(cell);
    assertThat(space.neighbours(space.neighbours(cell).get(0))).anyMatch(found -> found == cell);
  }

  @Test
  void decidesAnOperationForEachEdge() {
    assertThat(space.decisions()).containsExactly(5, 5, 5, 5, 5, 5);
    assertThat(space.encode(space.architecture(0))).containsExactly(4, 2, 1, 2, 1, 1);
  }

  @Test
  void neighboursDifferInOneEdgeAndComeInTheOrderOfEdges() {
    List<Architecture> neighbours = space.neighbours(space.parse("421211"));

    assertThat(neighbours.stream().map(cell -> space.cell(cell).digits()))
        .startsWith("021211", "121211", "221211", "321211", "401211", "411211", "431211")
        .endsWith("421212", "421213", "421214")
        .hasSize(24);
    assertThat(neighbours).isUnmodifiable();
  }

  // 15,625 cells in 25 bins of 4,000 expected draws; 51.2 is the 99.9 % point of chi-square with 24
  // degrees of freedom.
  @Test
  void samplesEveryCellWithTheSameProbability() {
    RandomGenerator random = random();
    long[] drawn = new long[25];
    for (int i = 0; i < 100_000; i++) {
      drawn[space.index(space.sample(random)) % 25]++;
    }

    assertThat(
            chiSquare(drawn, 100_000, IntStream.range(0, 25).mapToDouble(i -> 1 / 25.0).toArray()))
        .isLessThan(51.2);
  }

  // The benchmark's rule: a node, one of its edges, another operation. 49.7 is the 99.9 % point of
  // chi-square with 23 degrees of freedom.
  @Test
  void mutatesTheNodesAlikeAndNotTheEdges() {
    double[] edges = {1 / 3.0, 1 / 6.0, 1 / 6.0, 1 / 9.0, 1 / 9.0, 1 / 9.0};
    Nb201Cell parent = space.parse("012340");
    List<Architecture> neighbours = space.neighbours(parent);
    RandomGenerator random = random();
    long[] drawn = new long[24];
    for (int i = 0; i < 100_000; i++) {
      drawn[neighbours.indexOf(space.mutate(parent, random))]++;
    }

    double[] expected = IntStream.range(0, 24).mapToDouble(i -> edges[i / 4] / 4).toArray();
    assertThat(chiSquare(drawn, 100_000, expected)).isLessThan(49.7);
  }

  private static double chiSquare(long[] drawn, int draws, double[] probabilities) {
    double sum = 0;
    for (int i = 0; i < drawn.length; i++) {
      double expected = draws * probabilities[i];
      sum += (drawn[i] - expected) * (drawn[i] - expected) / expected;
    }
    return sum;
  }
}
