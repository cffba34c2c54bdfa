package org.nasbench4j.study;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One column of a study: a search method with its settings.
 *
 * @param label unique in the plan; letters, digits, dots and hyphens
 * @param method the method's name
 * @param preset the name of published settings of the method; empty for its defaults
 * @param settings the settings that differ from these, as text
 * @param runs the number of its runs on each task, where it is not the plan's
 */
public record MethodPlan(
    String label,
    String method,
    Optional<String> preset,
    SortedMap<String, String> settings,
    OptionalInt runs) {

  /** Checks the label and copies the settings. */
  public MethodPlan {
    StudyPlan.requireName("method", label);
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /**
   * A method with its default settings, labelled by its name.
   *
   * @param method the method's name
   * @return the plan
   */
  public static MethodPlan withDefaults(String method) {
    return new MethodPlan(
        method, method, Optional.empty(), new TreeMap<>(Map.of()), OptionalInt.empty());
  }
}
