package org.nasbench4j.algorithms.localsearch;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.SearchMethodProvider;
import org.nasbench4j.search.SearchStart;
import org.nasbench4j.search.Setting;
import org.nasbench4j.search.Settings;

/**
 * Local search (White, Nolen and Savani, "Exploring the Loss Landscape in Neural Architecture
 * Search", UAI 2021; Den Ottelander et al., "Local Search is a Remarkably Strong Baseline for
 * Neural Architecture Search", EMO 2021).
 *
 * <p>A climb starts at a random architecture and evaluates its neighbours in random order. It moves
 * to a neighbour whose value is strictly greater: to the first such neighbour (the default, as in
 * the code of the first paper) or, after all were evaluated, to the best, of equals the first
 * evaluated. At a local optimum a new climb starts. No climb proposes an architecture twice;
 * another climb may. Memory is O(proposals of one climb).
 *
 * <p>The authors of the first paper start each climb at the best of ten random architectures; here
 * it is one.
 */
public final class LocalSearchProvider implements SearchMethodProvider {
  private static final Setting ACCEPTANCE =
      new Setting(
          "acceptance",
          Setting.Type.WORD,
          "first",
          "White et al. 2021: the default of their code, naszilla (query_full_nbhd=False)",
          "first: moves to the first better neighbour; best: evaluates all neighbours and moves to"
              + " the best");

  /** Used by {@link java.util.ServiceLoader}. */
  public LocalSearchProvider() {}

  @Override
  public String name() {
    return "local-search";
  }

  @Override
  public String summary() {
    return "Local search: climbs from neighbour to better neighbour, restarts at a local optimum"
        + " (White et al. 2021).";
  }

  @Override
  public List<Setting> settings() {
    return List.of(ACCEPTANCE);
  }

  @Override
  public SearchMethod create(SearchStart start, Settings settings) {
    String word = settings.word(ACCEPTANCE.name(), words());
    Acceptance acceptance = Acceptance.valueOf(word.toUpperCase(Locale.ROOT));
    return new LocalSearch(start.space(), acceptance, start.random());
  }

  private static List<String> words() {
    return Stream.of(Acceptance.values()).map(a -> a.name().toLowerCase(Locale.ROOT)).toList();
  }
}
