package org.nasbench4j.space.size;

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

class SizeSpaceTest extends IndexedSpaceContract {
  private final SizeSpace space = new SizeSpace();

  @Override
  protected SizeSpace space() {
    return space;
  }

  // The MD5 sum of the 32,768 strings of the official meta file, joined by line feeds.
  @Test
  void hasTheOfficialOrder() throws Exception {
    String all =
        IntStream.range(0, 32_768)
            .mapToObj(index -> space.architecture(index).text())
            .collect(Collectors.joining("\n"));

    byte[] md5 = MessageDigest.getInstance("MD5").digest(all.getBytes(StandardCharsets.US_ASCII));

    assertThat(HexFormat.of().formatHex(md5)).isEqualTo("956fd28c82955ceac0ee3621fc9287d5");
  }

  // From the official meta file; 284 from its published record.
  @ParameterizedTest
  @CsvSource({
    "0, 8:8:8:8:8",
    "11, 8:8:8:16:32",
    "284, 8:8:40:32:40",
    "32767, 64:64:64:64:64",
  })
  void numbersNetworksAsPublished(int index, String text) {
    assertThat(space.architecture(index).text()).isEqualTo(text);
    assertThat(space.index(SizeNetwork.parse(text))).isEqualTo(index);
  }

  @Test
  void everyNetworkIsAClassOfItsOwn() {
    assertThat(IntStream.range(0, 32_768).mapToObj(i -> space.architecture(i).canonical()))
        .doesNotHaveDuplicates()
        .hasSize(32_768);
    assertThat(space.measured()).isEqualTo(space.size()).isEqualTo(32_768);
  }

  @ParameterizedTest
  @ValueSource(strings = {"11", "00011", "8:8:8:16:32"})
  void readsTwoNotations(String text) {
    assertThat(space.parse(text)).isSameAs(space.architecture(11));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "32768",
        "99999",
        "000011",
        "-1",
        "8:8:8:16",
        "8:8:8:16:32:8",
        "8:8:8:16:32:",
        "8:8:8:16:72",
        "8:8:8:0:32",
        "8:8:8:12:32",
        "08:8:8:16:32",
        "8:8:8:16: 32",
        "8:8:8:16:٣٢",
      })
  void refusesWhatIsNoNetwork(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.parse(text))
        .withMessageContaining("(" + text + ")")
        .withMessageContaining("c1:c2:c3:c4:c5")
        .withMessageContaining("64");
  }

  @Test
  void showsOnlyTheBeginningOfALongText() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.parse("8:".repeat(1_000)))
        .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(200));
  }

  @Test
  void returnsSharedInstances() {
    SizeNetwork network = space.architecture(11);

    assertThat(space.parse(network.text())).isSameAs(network);
    assertThat(space.decode(space.encode(network))).isSameAs(network);
    assertThat(space.neighbours(space.neighbours(network).get(0)))
        .anyMatch(found -> found == network);
  }

  @Test
  void decidesAWidthForEachStage() {
    assertThat(space.decisions()).containsExactly(8, 8, 8, 8, 8);
    assertThat(space.encode(space.parse("8:16:32:64:56"))).containsExactly(0, 1, 3, 7, 6);
  }

  @Test
  void knowsTheWidthsOfItsStages() {
    SizeNetwork network = space.parse("8:16:32:64:56");

    assertThat(IntStream.range(0, SizeNetwork.STAGES).map(network::width))
        .containsExactly(8, 16, 32, 64, 56);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.width(5))
        .withMessageContaining("stage (5)");
  }

  @Test
  void neighboursHaveAnotherWidthInOneStageAndComeInTheOrderOfStages() {
    List<Architecture> neighbours = space.neighbours(space.parse("8:16:32:64:56"));

    assertThat(neighbours.stream().map(Architecture::text))
        .startsWith("16:16:32:64:56", "24:16:32:64:56", "32:16:32:64:56")
        .endsWith("8:16:32:64:40", "8:16:32:64:48", "8:16:32:64:64")
        .hasSize(35);
    assertThat(neighbours).isUnmodifiable();
  }

  // 32,768 networks in 32 bins; 61.1 is the 99.9 % point of chi-square with 31 degrees of freedom.
  @Test
  void samplesEveryNetworkWithTheSameProbability() {
    RandomGenerator random = random();
    long[] drawn = new long[32];
    for (int i = 0; i < 100_000; i++) {
      drawn[space.index(space.sample(random)) % 32]++;
    }

    assertThat(chiSquare(drawn, 100_000)).isLessThan(61.1);
  }

  // The benchmark's rule without its one child in eight that is its parent. 65.2 is the 99.9 %
  // point of chi-square with 34 degrees of freedom.
  @Test
  void mutatesToEveryNeighbourWithTheSameProbability() {
    SizeNetwork parent = space.parse("8:16:32:64:56");
    List<Architecture> neighbours = space.neighbours(parent);
    RandomGenerator random = random();
    long[] drawn = new long[35];
    for (int i = 0; i < 100_000; i++) {
      drawn[neighbours.indexOf(space.mutate(parent, random))]++;
    }

    assertThat(chiSquare(drawn, 100_000)).isLessThan(65.2);
  }

  private static double chiSquare(long[] drawn, int draws) {
    double expected = (double) draws / drawn.length;
    double sum = 0;
    for (long count : drawn) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }
}
