package org.nasbench4j.search;

import java.util.List;

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
   * Starts a search. Studies call it once for each task before the first run, too, so that what is
   * wrong is found early; a method that works long begins to at the first {@link SearchMethod#ask}.
   *
   * @param start what the search is given
   * @param settings complete settings, made from {@link #settings()}
   * @return a search that has asked for nothing yet
   * @throws IllegalArgumentException if a setting is out of range or does not fit, or the space
   *     cannot be searched
   */
  SearchMethod create(SearchStart start, Settings settings);

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
