package org.nasbench4j.search;

import java.util.List;
import java.util.random.RandomGenerator;
import org.nasbench4j.objective.ValueScale;
import org.nasbench4j.space.SearchSpace;

/**
 * Makes a search method available by name. Implementations have a public constructor without
 * parameters and are named in {@code META-INF/services/org.nasbench4j.search.SearchMethodProvider}.
 */
public interface SearchMethodProvider {

  /**
   * The name in plans, reports and file names.
   *
   * @return lower-case letters, digits and hyphens
   */
  String name();

  /**
   * What the method does and which paper it is from.
   *
   * @return one sentence
   */
  String summary();

  /**
   * The hyper-parameters with their defaults.
   *
   * @return possibly empty
   */
  List<Setting> settings();

  /**
   * Settings that were published together.
   *
   * @return with different names; none by default
   */
  default List<SettingsPreset> presets() {
    return List.of();
  }

  /**
   * Starts a search.
   *
   * @param space the space to search
   * @param settings complete settings, made from {@link #settings()}
   * @param random the run's own source of randomness
   * @return a search that has asked for nothing yet
   * @throws IllegalArgumentException if a setting is out of range or the space cannot be searched
   */
  SearchMethod create(SearchSpace space, Settings settings, RandomGenerator random);

  /**
   * Starts a search whose values are on a known scale. Only methods that compute with the values
   * need to override this; those that compare them need not.
   *
   * @param space the space to search
   * @param settings complete settings, made from {@link #settings()}
   * @param scale what is known of the values that the search will observe
   * @param random the run's own source of randomness
   * @return a search that has asked for nothing yet; by default one that does not know the scale
   * @throws IllegalArgumentException if a setting is out of range or does not fit the scale, or the
   *     space cannot be searched
   */
  default SearchMethod create(
      SearchSpace space, Settings settings, ValueScale scale, RandomGenerator random) {
    return create(space, settings, random);
  }

  /**
   * Starts a search that knows how it came about; what studies call. Only methods that learn by
   * their own work need to override this. It is called once for each task before the first run,
   * too, so that what is wrong is found early; a method that works long begins to at the first
   * {@link SearchMethod#ask}.
   *
   * @param start what the search is given
   * @param settings complete settings, made from {@link #settings()}
   * @return a search that has asked for nothing yet; by default one that knows space, scale and
   *     randomness only
   * @throws IllegalArgumentException if a setting is out of range or does not fit, or the space
   *     cannot be searched
   */
  default SearchMethod create(SearchStart start, Settings settings) {
    return create(start.space(), settings, start.scale(), start.random());
  }

  /**
   * What the seconds of {@link SearchMethod#ownSeconds} were measured on, such as preset and
   * device; reports put it beside them.
   *
   * @param settings complete settings
   * @return one line for people; empty (the default) for a method that has no work of its own
   */
  default String ownWork(Settings settings) {
    return "";
  }
}
