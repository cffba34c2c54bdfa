package org.nasbench4j.algorithms.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nasbench4j.search.Observation;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.TinySpace;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;

class RegularizedEvolutionTest {
  // so large that draws are far apart: a mutation shows its parent
  private final TinySpace space = TinySpace.of(1000, 1000, 1000, 1000);

  /** A tournament so large that it misses nobody. */
  private static final int EVERYBODY = 1000;

  @Test
  void beginsWithAPopulationOfRandomDraws() {
    SearchMethod search = evolution(space, 5, 3, new SplittableRandom(4));
    RandomGenerator same = new SplittableRandom(4);
    for (int i = 0; i < 5; i++) {
      Architecture proposal = search.ask();
      assertThat(proposal).isEqualTo(space.sample(same));
      search.tell(new Observation(proposal, i));
    }
    assertThat(search.ask()).isNotEqualTo(space.sample(same));
  }

  @Test
  void withoutReplacementNobodyIsDrawnTwice() {
    RegularizedEvolution.Tournament tournament =
        Tournaments.withoutReplacement(6, 4, new SplittableRandom(1));
    int[] drawn = new int[6];
    for (int i = 0; i < 6_000; i++) {
      int[] members = tournament.draw();
      assertThat(members).hasSize(4).doesNotHaveDuplicates();
      for (int member : members) {
        drawn[member]++;
      }
    }
    // each in four of six tournaments; five standard deviations are below 200
    for (int count : drawn) {
      assertThat(count).isBetween(3_800, 4_200);
    }
  }

  @Test
  void oneDecisionTakesAnotherOption() {
    TinySpace small = TinySpace.of(3, 1, 4);
    RegularizedEvolution.Mutation mutation =
        Mutations.ofOneDecision(small, new SplittableRandom(2));
    Set<String> children = new TreeSet<>();
    for (int i = 0; i < 300; i++) {
      children.add(mutation.child(small.parse("tiny[0, 0, 0]")).text());
    }
    assertThat(children)
        .containsExactly(
            "tiny[0, 0, 1]", "tiny[0, 0, 2]", "tiny[0, 0, 3]", "tiny[1, 0, 0]", "tiny[2, 0, 0]");
  }

  @Test
  void aShareOfTheChildrenIsUnchanged() {
    RandomGenerator random = new SplittableRandom(3);
    RegularizedEvolution.Mutation mutation =
        Mutations.withUnchanged(1.0 / 3, Mutations.ofSpace(space, random), random);
    Architecture parent = space.sample(random);
    long same =
        Stream.generate(() -> mutation.child(parent)).limit(3_000).filter(parent::equals).count();
    // five standard deviations are below 130
    assertThat(same).isBetween(870L, 1_130L);
  }

  @Test
  void mutatesTheBestOfTheSample() {
    SearchMethod search = evolution(4, EVERYBODY);
    List<Architecture> population = tell(search, 1, 9, Double.NEGATIVE_INFINITY, 2);
    assertThat(isChild(search.ask(), population.get(1))).isTrue();
  }

  @Test
  void forgetsTheOldestEvenIfItIsTheBest() {
    SearchMethod search = evolution(3, EVERYBODY);
    List<Architecture> trials = tell(search, 9, 1, 8);
    Architecture child = search.ask();
    assertThat(isChild(child, trials.get(0))).isTrue();
    search.tell(new Observation(child, 0));
    assertThat(isChild(search.ask(), trials.get(2))).isTrue();
  }

  @Test
  void keepsAChildUntilItIsTheOldest() {
    SearchMethod search = evolution(3, EVERYBODY);
    tell(search, 1, 1, 1);
    List<Architecture> children = tell(search, 5, 0, 0);
    Architecture last = search.ask();
    assertThat(isChild(last, children.get(0))).isTrue();
    search.tell(new Observation(last, -1));
    assertThat(isChild(search.ask(), children.get(0))).isFalse();
  }

  @Test
  void ofEqualsTheFirstDrawnIsTheParent() {
    Recording random = new Recording();
    SearchMethod search = evolution(space, 8, 3, random);
    List<Architecture> population = tell(search, 7, 7, 7, 7, 7, 7, 7, 7);
    random.drawn.clear();
    Architecture child = search.ask();
    assertThat(isChild(child, population.get(random.drawn.get(0)))).isTrue();
  }

  @Test
  void drawsTheSampleWithReplacement() {
    Recording random = new Recording();
    SearchMethod search = evolution(space, 2, 50, random);
    tell(search, 1, 2);
    random.drawn.clear();
    search.ask();
    assertThat(random.drawn.subList(0, 50)).containsOnly(0, 1);
  }

  private static RegularizedEvolution evolution(
      SearchSpace space, int population, int sample, RandomGenerator random) {
    return new RegularizedEvolution(
        space,
        population,
        Tournaments.withReplacement(population, sample, random),
        Mutations.ofSpace(space, random),
        random);
  }

  private RegularizedEvolution evolution(int population, int sample) {
    return evolution(space, population, sample, new SplittableRandom(4));
  }

  private static List<Architecture> tell(SearchMethod search, double... values) {
    List<Architecture> proposals = new ArrayList<>();
    for (double value : values) {
      Architecture proposal = search.ask();
      proposals.add(proposal);
      search.tell(new Observation(proposal, value));
    }
    return proposals;
  }

  private boolean isChild(Architecture child, Architecture parent) {
    int[] left = space.encode(child);
    int[] right = space.encode(parent);
    int changes = 0;
    for (int i = 0; i < left.length; i++) {
      changes += left[i] == right[i] ? 0 : 1;
    }
    return changes == 1;
  }

  /** Remembers the bounded draws. */
  private static final class Recording implements RandomGenerator {
    private final RandomGenerator random = new SplittableRandom(6);
    private final List<Integer> drawn = new ArrayList<>();

    @Override
    public long nextLong() {
      return random.nextLong();
    }

    @Override
    public int nextInt(int bound) {
      int value = random.nextInt(bound);
      drawn.add(value);
      return value;
    }
  }
}
