package org.nasbench4j.space.nb201;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveCellTest {
  private final Nb201Space space = new Nb201Space();

  // By hand: edges 1<-0, 2<-0, 2<-1, 3<-0, 3<-1, 3<-2.
  @ParameterizedTest
  @CsvSource({
    "333333, 012345",
    "000000, ''",
    "000300, 3",
    "300000, ''",
    "033300, 3",
    "000333, 3",
    "003003, ''",
    "301011, 0245",
    "030301, 135",
    "111111, 012345"
  })
  void keepsTheEdgesBetweenInputAndOutput(String digits, String edges) {
    StringBuilder live = new StringBuilder();
    live(digits).edges().forEach(edge -> live.append(edge.number()));

    assertThat(live).hasToString(edges);
  }

  @ParameterizedTest
  @CsvSource({
    "333333,333333",
    "000000,000000",
    "033333,030303", // node 1 is zero: what it feeds is dead
    "333300,000300", // nodes 1 and 2 lead nowhere
    "303030,300030", // 3 <- 1 only: the edge into node 2 leads nowhere
    "330000,000000",
    "200003,000000", // 3 <- 2, but nothing reaches node 2
  })
  void prunesWhatDoesNotCarryTheInputToTheOutput(String cell, String pruned) {
    assertThat(live(cell).pruned().digits()).isEqualTo(pruned);
  }

  @Test
  void edgesSayWhereTheyLeadAndWhatTheyCompute() {
    assertThat(live("301040").edges())
        .containsExactly(
            new LiveEdge(0, 0, 1, Operation.NOR_CONV_3X3),
            new LiveEdge(4, 1, 3, Operation.AVG_POOL_3X3));
    assertThat(live("301040").into(3))
        .containsExactly(new LiveEdge(4, 1, 3, Operation.AVG_POOL_3X3));
    assertThat(live("301040").into(2)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "000000, ''",
    "000100, x",
    "100030, 3(x)",
    "110111, x+x+x", // over 3<-0, 1 and 2
    "301011, 3!(x)+3!(x)",
    "030301, 3(x)+3(x)",
    "321011, 2(x)+3!(x)+3!(x)",
    "401042, 2(4(x))+4(4(x))",
    "300030, 3(3(x))"
  })
  void functionsAreSortedSums(String digits, String function) {
    assertThat(live(digits).function()).isEqualTo(function);
  }

  @Test
  void withoutSharingOneConvolutionTwiceIsTwo() {
    assertThat(live("301011").functionWithoutSharing())
        .isEqualTo(live("030301").functionWithoutSharing())
        .isEqualTo("3(x)+3(x)");
  }

  @Test
  void anAbsentEdgeIsNotLive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LiveEdge(0, 0, 1, Operation.NONE))
        .withMessageContaining("none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LiveEdge(1, 0, 1, Operation.SKIP_CONNECT))
        .withMessageContaining("(1)");
  }

  private LiveCell live(String digits) {
    return LiveCell.of(space.parse(digits));
  }
}
