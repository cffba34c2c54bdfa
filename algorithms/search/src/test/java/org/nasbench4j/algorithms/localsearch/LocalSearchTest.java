package org.nasbench4j.algorithms.localsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nasbench4j.search.Observation;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.TinySpace;
import org.nasbench4j.space.Architecture;

class LocalSearchTest {
  // 27 neighbours
  private final TinySpace space = TinySpace.of(10, 10, 10);

  @Test
  void proposesTheNeighboursOfTheStartWhileNoneIsBetter() {
    SearchMethod search = search(Acceptance.FIRST);
    Architecture start = tell(search, 0);
    assertThat(tellAll(search, -1, 27)).containsExactlyInAnyOrderElementsOf(around(start));
  }

  @Test
  void proposesNeighboursInRandomOrder() {
    SearchMethod search = search(Acceptance.FIRST);
    Architecture start = tell(search, 0);
    assertThat(tellAll(search, -1, 27)).isNotEqualTo(around(start));
  }

  @Test
  void firstMovesAsSoonAsANeighbourIsBetter() {
    SearchMethod search = search(Acceptance.FIRST);
    Architecture start = tell(search, 0);
    Architecture better = tell(search, 1);
    // all 27 neighbours but the start, which was asked for
    List<Architecture> next = tellAll(search, -1, 26);
    assertThat(next).isSubsetOf(around(better)).doesNotContain(start, better);
  }

  @Test
  void bestEvaluatesAllNeighboursAndMovesToTheBest() {
    SearchMethod search = search(Acceptance.BEST);
    Architecture start = tell(search, 0);
    tellAll(search, 1, 13);
    Architecture best = tell(search, 2);
    tellAll(search, 1, 13);
    // of the 27 neighbours of the best, 9 changed the same decision: the start and 8 seen before
    assertThat(tellAll(search, -1, 18))
        .isSubsetOf(around(best))
        .doesNotContain(start)
        .doesNotContainAnyElementsOf(around(start));
  }

  @Test
  void ofEquallyGoodNeighboursTheFirstEvaluatedIsTheNextCentre() {
    SearchMethod search = search(Acceptance.BEST);
    tell(search, 0);
    Architecture first = tell(search, 1);
    tellAll(search, 1, 26);
    assertThat(around(first)).contains(tell(search, 0));
  }

  @Test
  void anEqualNeighbourIsNoImprovement() {
    SearchMethod search = search(Acceptance.FIRST);
    Architecture start = tell(search, Double.NEGATIVE_INFINITY);
    assertThat(tellAll(search, Double.NEGATIVE_INFINITY, 27))
        .containsExactlyInAnyOrderElementsOf(around(start));
  }

  @Test
  void startsAgainAtARandomArchitectureFromALocalOptimum() {
    SearchMethod search = search(Acceptance.FIRST);
    tell(search, 5);
    tellAll(search, 0, 27);
    Architecture second = tell(search, 3);
    // lower than the first optimum, and yet the centre of the second climb
    assertThat(tellAll(search, 0, 27)).containsExactlyInAnyOrderElementsOf(around(second));
  }

  @Test
  void aClimbProposesNothingTwice() {
    for (Acceptance acceptance : Acceptance.values()) {
      SearchMethod search = search(acceptance);
      Set<Architecture> climb = new HashSet<>();
      Architecture proposal = search.ask();
      for (int i = 0; !proposal.equals(space.parse("tiny[9, 9, 9]")) && i < 500; i++) {
        assertThat(climb.add(proposal)).isTrue();
        search.tell(new Observation(proposal, sum(proposal)));
        proposal = search.ask();
      }
      assertThat(proposal.text()).isEqualTo("tiny[9, 9, 9]");
    }
  }

  private double sum(Architecture architecture) {
    double sum = 0;
    for (int choice : space.encode(architecture)) {
      sum += choice;
    }
    return sum;
  }

  private List<Architecture> around(Architecture centre) {
    return space.neighbours(centre);
  }

  private SearchMethod search(Acceptance acceptance) {
    return new LocalSearch(space, acceptance, new SplittableRandom(2));
  }

  private static Architecture tell(SearchMethod search, double value) {
    Architecture proposal = search.ask();
    search.tell(new Observation(proposal, value));
    return proposal;
  }

  private static List<Architecture> tellAll(SearchMethod search, double value, int count) {
    List<Architecture> proposals = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      proposals.add(tell(search, value));
    }
    return proposals;
  }
}
