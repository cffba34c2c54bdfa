package org.nasbench4j.algorithms.random;

import java.util.List;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.SearchMethodProvider;
import org.nasbench4j.search.SearchStart;
import org.nasbench4j.search.Setting;
import org.nasbench4j.search.Settings;

/**
 * Random search: every proposal is drawn as the benchmark's own random search draws, without regard
 * to what was observed.
 *
 * <p>With replacement (the default, as in the code of NAS-Bench-201 and NATS-Bench) an architecture
 * may be proposed again. Without replacement a draw that was proposed before is drawn again, at
 * most 100,000 times; after a whole space has been proposed, a new round begins. Memory is O(1)
 * with and O(proposals) without replacement.
 */
public final class RandomSearchProvider implements SearchMethodProvider {
  private static final Setting REPLACEMENT =
      new Setting(
          "replacement",
          Setting.Type.WORD,
          "with",
          "random search in the code of NAS-Bench-201 and NATS-Bench",
          "with: an architecture may be proposed again; without: proposals differ until the space"
              + " is used up");

  /** Used by {@link java.util.ServiceLoader}. */
  public RandomSearchProvider() {}

  @Override
  public String name() {
    return "random-search";
  }

  @Override
  public String summary() {
    return "Random search: independent draws from the space (Bergstra and Bengio 2012).";
  }

  @Override
  public List<Setting> settings() {
    return List.of(REPLACEMENT);
  }

  @Override
  public SearchMethod create(SearchStart start, Settings settings) {
    return settings.word(REPLACEMENT.name(), List.of("with", "without")).equals("with")
        ? new RandomSearch(start.space(), start.random())
        : new DistinctRandomSearch(start.space(), start.random());
  }
}
