package org.nasbench4j.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nasbench4j.algorithms.evolution.RegularizedEvolutionProvider;
import org.nasbench4j.algorithms.localsearch.LocalSearchProvider;
import org.nasbench4j.algorithms.random.RandomSearchProvider;
import org.nasbench4j.algorithms.reinforce.ReinforceProvider;
import org.nasbench4j.algorithms.rminas.RmiNasProvider;
import org.nasbench4j.search.Observation;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.SearchMethodProvider;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.space.nb101.Nb101Space;
import org.nasbench4j.space.oneshot1.OneShotLayout;
import org.nasbench4j.space.oneshot1.OneShotSpace;
import org.nasbench4j.space.size.SizeSpace;

/**
 * Every method with every published setting searches NAS-Bench-101, NAS-Bench-1Shot1 and the size
 * space of NATS-Bench.
 */
class OtherSpacesTest {
  private static final int TRIALS = 280;
  private static final int RUNS = 20;

  /** A method as a plan names it. */
  private record Method(SearchMethodProvider provider, Map<String, String> settings) {
    @Override
    public String toString() {
      return provider.name() + settings;
    }
  }

  private static List<SearchSpace> spaces() {
    return Stream.concat(
            Stream.of(new Nb101Space(), new SizeSpace()),
            Stream.of(OneShotLayout.values()).map(OneShotSpace::new))
        .toList();
  }

  private static List<Method> methods() {
    List<Method> methods = new ArrayList<>();
    methods.add(
        new Method(
            new RmiNasProvider(),
            Map.of("surrogate", "additive", "warm-up", "50", "candidates", "50")));
    for (SearchMethodProvider provider :
        List.of(
            new RandomSearchProvider(),
            new RegularizedEvolutionProvider(),
            new LocalSearchProvider(),
            new ReinforceProvider())) {
      methods.add(new Method(provider, Map.of()));
      provider.presets().forEach(preset -> methods.add(new Method(provider, preset.settings())));
    }
    return methods;
  }

  private static Stream<DynamicTest> each(Check check) {
    return spaces().stream()
        .flatMap(
            space ->
                methods().stream()
                    .map(
                        method ->
                            DynamicTest.dynamicTest(
                                method + " in " + space.id(), () -> check.of(space, method))));
  }

  @FunctionalInterface
  private interface Check {
    void of(SearchSpace space, Method method);
  }

  @TestFactory
  Stream<DynamicTest> proposesAndAnswersMembersOnly() {
    return each(
        (space, method) -> {
          SearchMethod search = Searches.start(method.provider, method.settings, space, 1);
          for (int i = 0; i < TRIALS; i++) {
            Architecture proposal = search.ask();
            assertThat(space.parse(proposal.text())).isEqualTo(proposal);
            search.tell(new Observation(proposal, value(space, proposal)));
          }
          search
              .recommend()
              .ifPresent(answer -> assertThat(space.parse(answer.text())).isEqualTo(answer));
        });
  }

  @TestFactory
  Stream<DynamicTest> theSameSeedGivesTheSameSearch() {
    return each(
        (space, method) ->
            assertThat(proposals(space, method, 7))
                .isEqualTo(proposals(space, method, 7))
                .isNotEqualTo(proposals(space, method, 8)));
  }

  @TestFactory
  Stream<DynamicTest> learningBeatsChance() {
    return each(
        (space, method) -> {
          Method chance = new Method(new RandomSearchProvider(), Map.of());
          // The published plain gradient ascent takes steps too small to show in 280 trials.
          boolean slow = method.settings.containsValue("gradient");
          if (!slow && !method.provider.name().equals("random-search")) {
            assertThat(meanBest(space, method)).isGreaterThan(meanBest(space, chance));
          }
        });
  }

  private static double meanBest(SearchSpace space, Method method) {
    return LongStream.range(0, RUNS)
        .mapToDouble(
            seed ->
                proposals(space, method, seed).stream()
                    .mapToDouble(proposal -> value(space, proposal))
                    .max()
                    .orElseThrow())
        .average()
        .orElseThrow();
  }

  private static List<Architecture> proposals(SearchSpace space, Method method, long seed) {
    SearchMethod search = Searches.start(method.provider, method.settings, space, seed);
    List<Architecture> proposals = new ArrayList<>();
    for (int i = 0; i < TRIALS; i++) {
      Architecture proposal = search.ask();
      proposals.add(proposal);
      search.tell(new Observation(proposal, value(space, proposal)));
    }
    return proposals;
  }

  /** Each option of each decision has a worth of its own. */
  private static double value(SearchSpace space, Architecture architecture) {
    SplittableRandom worth = new SplittableRandom(11);
    int[] choices = space.encode(architecture);
    double value = 50;
    for (int decision = 0; decision < choices.length; decision++) {
      for (int option = 0; option < space.decisions().get(decision); option++) {
        double share = worth.nextDouble(0, 30.0 / choices.length);
        value += option == choices[decision] ? share : 0;
      }
    }
    return value;
  }
}
