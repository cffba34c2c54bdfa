package org.nasbench4j.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nasbench4j.algorithms.evolution.RegularizedEvolutionProvider;
import org.nasbench4j.algorithms.localsearch.LocalSearchProvider;
import org.nasbench4j.algorithms.random.RandomSearchProvider;
import org.nasbench4j.algorithms.reinforce.ReinforceProvider;
import org.nasbench4j.algorithms.rminas.RmiNasProvider;
import org.nasbench4j.search.Observation;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.SearchMethodProvider;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.nb201.Nb201Space;

/**
 * On a smooth objective every method that learns beats random search. The objective gives each
 * operation on each edge a worth of its own, so that the value of a cell is the sum of six worths.
 */
class BetterThanRandomSearchTest {
  private static final int RUNS = 50;
  private static final int TRIALS = 150;

  private static final Nb201Space SPACE = new Nb201Space();
  private static final double[][] WORTH = worth();

  static Stream<Arguments> learners() {
    return Stream.of(
        Arguments.of(new RegularizedEvolutionProvider(), Map.of()),
        Arguments.of(new LocalSearchProvider(), Map.of()),
        Arguments.of(new LocalSearchProvider(), Map.of("acceptance", "best")),
        Arguments.of(new RmiNasProvider(), Map.of("surrogate", "additive", "candidates", "100")),
        Arguments.of(new ReinforceProvider(), Map.of()),
        Arguments.of(new ReinforceProvider(), Map.of("learning-rate", "0.1", "reward", "rank")),
        Arguments.of(new ReinforceProvider(), Map.of("learning-rate", "0.1")));
  }

  @ParameterizedTest
  @MethodSource("learners")
  void learningBeatsChance(SearchMethodProvider learner, Map<String, String> settings) {
    double chance = meanBest(new RandomSearchProvider(), Map.of());
    assertThat(meanBest(learner, settings)).isGreaterThan(chance);
  }

  private static double meanBest(SearchMethodProvider provider, Map<String, String> settings) {
    return LongStream.range(0, RUNS)
        .mapToDouble(seed -> best(Searches.start(provider, settings, SPACE, seed)))
        .average()
        .orElseThrow();
  }

  private static double best(SearchMethod search) {
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < TRIALS; i++) {
      Architecture proposal = search.ask();
      double value = value(proposal);
      best = Math.max(best, value);
      search.tell(new Observation(proposal, value));
    }
    return best;
  }

  private static double value(Architecture architecture) {
    int[] choices = SPACE.encode(architecture);
    double value = 50;
    for (int edge = 0; edge < choices.length; edge++) {
      value += WORTH[edge][choices[edge]];
    }
    return value;
  }

  private static double[][] worth() {
    SplittableRandom random = new SplittableRandom(11);
    return SPACE.decisions().stream()
        .map(options -> random.doubles(options, 0, 8).toArray())
        .toArray(double[][]::new);
  }
}
