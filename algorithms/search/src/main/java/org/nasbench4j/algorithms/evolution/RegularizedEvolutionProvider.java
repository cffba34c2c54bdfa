package org.nasbench4j.algorithms.evolution;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.SearchMethodProvider;
import org.nasbench4j.search.SearchStart;
import org.nasbench4j.search.Setting;
import org.nasbench4j.search.Settings;
import org.nasbench4j.search.SettingsPreset;
import org.nasbench4j.space.SearchSpace;

/**
 * Regularized evolution (Real, Aggarwal, Huang and Le, "Regularized Evolution for Image Classifier
 * Architecture Search", AAAI 2019), also called aging evolution or REA.
 *
 * <p>The first proposals are random until the population is full, so a budget below the population
 * size is random search. Then each proposal is a mutation of the best of a few members that are
 * drawn with or without replacement (of equals the first drawn), and its observation replaces the
 * oldest member, whatever its value. A value of minus infinity loses every tournament against
 * another value and dies of age. A proposal costs O(sample) time; memory is O(population).
 */
public final class RegularizedEvolutionProvider implements SearchMethodProvider {
  private static final String WITH = "with";
  private static final String WITHOUT = "without";
  private static final String SPACE = "space";
  private static final String DECISION = "decision";

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
          "The number of members drawn for a tournament, at least 1.");

  private static final Setting REPLACEMENT =
      new Setting(
          "replacement",
          Setting.Type.WORD,
          WITH,
          "the code of NAS-Bench-201 and NATS-Bench (Real et al. 2019 drew without)",
          "with: a member may be drawn twice for a tournament; without: it may not, and the population"
              + " must have as many members.");

  private static final Setting MUTATION =
      new Setting(
          "mutation",
          Setting.Type.WORD,
          SPACE,
          "the code of each benchmark (docs/methods.md)",
          "space: as the benchmark's own evolution mutates; decision: exactly one decision takes"
              + " another option, as in the scripts of the NAS-Bench-101 paper.");

  private static final Setting UNCHANGED =
      new Setting(
          "unchanged",
          Setting.Type.NUMBER,
          "0",
          "the code of NAS-Bench-201 and NATS-Bench",
          "The share of children that are their parents as they are, in [0, 1]; one third in the code"
              + " of NAS-Bench-1Shot1, an eighth in NATS-Bench's size space.");

  private static final List<SettingsPreset> PRESETS =
      List.of(
          SettingsPreset.of(
              "nasbench101-colab",
              "the notebook in the code of NAS-Bench-101",
              Map.of(POPULATION.name(), "50", SAMPLE.name(), "10", REPLACEMENT.name(), WITHOUT)),
          SettingsPreset.of(
              "nasbench101-scripts",
              "the scripts of the NAS-Bench-101 paper",
              Map.of(POPULATION.name(), "100", SAMPLE.name(), "10", MUTATION.name(), DECISION)),
          SettingsPreset.of(
              "oneshot1",
              "the code of NAS-Bench-1Shot1",
              Map.of(
                  POPULATION.name(),
                  "100",
                  SAMPLE.name(),
                  "10",
                  UNCHANGED.name(),
                  "0.3333333333333333")),
          SettingsPreset.of(
              "nats-sss",
              "the code of NATS-Bench in its size space, which draws the parent's width, too",
              Map.of(UNCHANGED.name(), "0.125")));

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
    return List.of(POPULATION, SAMPLE, REPLACEMENT, MUTATION, UNCHANGED);
  }

  @Override
  public List<SettingsPreset> presets() {
    return PRESETS;
  }

  @Override
  public SearchMethod create(SearchStart start, Settings settings) {
    SearchSpace space = start.space();
    RandomGenerator random = start.random();
    int population = settings.integer(POPULATION.name(), 1);
    return new RegularizedEvolution(
        space,
        population,
        tournament(settings, population, random),
        mutation(settings, space, random),
        random);
  }

  private static RegularizedEvolution.Tournament tournament(
      Settings settings, int population, RandomGenerator random) {
    int sample = settings.integer(SAMPLE.name(), 1);
    if (settings.word(REPLACEMENT.name(), List.of(WITH, WITHOUT)).equals(WITH)) {
      return Tournaments.withReplacement(population, sample, random);
    }
    if (sample > population) {
      throw new IllegalArgumentException(
          "The setting (sample) of regularized-evolution is %d, but without replacement it must be at"
                  .formatted(sample)
              + " most the population (%d).".formatted(population));
    }
    return Tournaments.withoutReplacement(population, sample, random);
  }

  private static RegularizedEvolution.Mutation mutation(
      Settings settings, SearchSpace space, RandomGenerator random) {
    boolean decision = settings.word(MUTATION.name(), List.of(SPACE, DECISION)).equals(DECISION);
    return Mutations.withUnchanged(
        settings.number(UNCHANGED.name(), 0, 1),
        decision ? Mutations.ofOneDecision(space, random) : Mutations.ofSpace(space, random),
        random);
  }
}
