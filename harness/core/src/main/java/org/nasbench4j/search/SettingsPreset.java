package org.nasbench4j.search;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settings of a search method that were published together, under a name that plans can use.
 *
 * @param name lower-case letters, digits and hyphens
 * @param origin where the settings come from
 * @param settings the settings that differ from the defaults, as text
 */
public record SettingsPreset(String name, String origin, SortedMap<String, String> settings) {

  /** Copies the settings. */
  public SettingsPreset {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /**
   * A preset.
   *
   * @param name lower-case letters, digits and hyphens
   * @param origin where the settings come from
   * @param settings the settings that differ from the defaults, as text
   * @return the preset
   */
  public static SettingsPreset of(String name, String origin, Map<String, String> settings) {
    return new SettingsPreset(name, origin, new TreeMap<>(settings));
  }
}
