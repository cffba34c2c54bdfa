package org.nasbench4j.algorithms.evolution;

import java.util.List;
import java.util.random.RandomGenerator;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.SearchMethodProvider;
import org.nasbench4j.search.Setting;
import org.nasbench4j.search.Settings;
import org.nasbench4j.space.SearchSpace;

/**
 * Regularized evolution (Real, Aggarwal, Huang and Le, "Regularized Evolution for Image Classifier
 * Architecture Search", AAAI 2019), also called aging evolution or REA.
 *
 * <p>The first proposals are random until the population is full, so a budget below the population
 * size is random search. Then each proposal is a mutation of the best of a few members that are
 * drawn with replacement (of equals the first drawn), and its observation replaces the oldest
 * member, whatever its value. A value of minus infinity loses every tournament against another
 * value and dies of age. A proposal costs O(sample) time; memory is O(population).
 */
public final class RegularizedEvolutionProvider implements SearchMethodProvider {
  private static final String ORIGIN =
      "the code of NAS-Bench-201 and NATS-Bench (Real et al. 2019 used %d)";

  private static final Setting POPULATION =
      new Setting(
          "population",
          Setting.Type.INTEGER,
          "10",
          ORIGIN.formatted(100),
          "The number of members alive, at least 1.");

  private static final Setting SAMPLE =
      new Setting(
          "sample",
          Setting.Type.INTEGER,
          "3",
          ORIGIN.formatted(25),
          "The number of members drawn with replacement for a tournament, at least 1.");

  /** Used by {@link java.util.ServiceLoader}. */
  public RegularizedEvolutionProvider() {}

  @Override
  public String name() {
    return "regularized-evolution";
  }

  @Override
  public String summary() {
    return "Regularized evolution: mutates tournament winners, the oldest die (Real et al. 2019).";
  }

  @Override
  public List<Setting> settings() {
    return List.of(POPULATION, SAMPLE);
  }

  @Override
  public SearchMethod create(SearchSpace space, Settings settings, RandomGenerator random) {
    return new RegularizedEvolution(
        space, settings.integer(POPULATION.name(), 1), settings.integer(SAMPLE.name(), 1), random);
  }
}
