package org.nasbench4j.algorithms;

import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.SearchMethodProvider;
import org.nasbench4j.search.SearchStart;
import org.nasbench4j.search.Settings;
import org.nasbench4j.space.SearchSpace;

/** Starts searches as a study does. */
final class Searches {
  private Searches() {}

  static SearchMethod start(
      SearchMethodProvider provider, Map<String, String> given, SearchSpace space, long seed) {
    Settings settings = Settings.of(provider.name(), provider.settings(), given);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    return provider.create(SearchStart.ofAccuracies(space, random), settings);
  }
}
