package org.nasbench4j.algorithms.rminas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EstimatorTest {

  private static int[] cell(int... choices) {
    return choices;
  }

  @Test
  void sumTakesTheMostFrequentOptionOfEachDecision() {
    List<int[]> cells = List.of(cell(0, 3), cell(2, 3), cell(2, 1), cell(1, 0));
    assertThat(Estimator.SUM.estimate(cells)).containsExactly(2, 3);
  }

  @Test
  void ofEquallyFrequentOptionsSumTakesTheLowest() {
    List<int[]> cells = List.of(cell(4, 1), cell(2, 3), cell(4, 3), cell(2, 1));
    assertThat(Estimator.SUM.estimate(cells)).containsExactly(2, 1);
  }

  @Test
  void sumMayAnswerWithACellThatIsNotAmongThem() {
    List<int[]> cells = List.of(cell(1, 0, 0), cell(0, 1, 0), cell(0, 0, 1));
    assertThat(Estimator.SUM.estimate(cells)).containsExactly(0, 0, 0);
  }

  @Test
  void greedyFollowsTheChain() {
    // 1 follows 0 most often, although 2 is the most frequent second choice
    List<int[]> cells =
        List.of(cell(0, 1), cell(0, 1), cell(0, 2), cell(1, 2), cell(2, 2), cell(3, 2));
    assertThat(Estimator.GREEDY.estimate(cells)).containsExactly(0, 1);
    assertThat(Estimator.SUM.estimate(cells)).containsExactly(0, 2);
  }

  @Test
  void greedyBreaksTiesByLookingAheadAndThenByTheLowestOption() {
    // 0 and 1 begin two cells each; both of 1 go on in the same way
    List<int[]> ahead = List.of(cell(0, 0), cell(0, 1), cell(1, 2), cell(1, 2));
    assertThat(Estimator.GREEDY.estimate(ahead)).containsExactly(1, 2);
    List<int[]> even = List.of(cell(3, 2), cell(1, 2));
    assertThat(Estimator.GREEDY.estimate(even)).containsExactly(1, 2);
  }

  @Test
  void aSpaceWithoutDecisionsHasTheEmptyAnswer() {
    assertThat(Estimator.SUM.estimate(List.of(cell()))).isEmpty();
    assertThat(Estimator.GREEDY.estimate(List.of(cell()))).isEmpty();
  }
}
