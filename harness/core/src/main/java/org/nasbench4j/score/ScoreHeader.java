package org.nasbench4j.score;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What all scores of a file have in common. Scores are comparable, and a computation can be
 * resumed, only where all of it is equal.
 *
 * @param space the id of the search space
 * @param name the name of the column that a search reads; the other columns start with it
 * @param version of the code that computes the scores, at least 1, raised whenever its numbers
 *     change
 * @param settings everything that a score depends on besides the architecture: proxy, preset, data
 *     and batch, reference network, seed, engine
 */
public record ScoreHeader(
    String space, String name, int version, SortedMap<String, String> settings) {

  /** The version of the scores in journals that do not say one. */
  static final int FIRST_VERSION = 1;

  /** Checks the name and copies the settings. */
  public ScoreHeader {
    if (!name.matches("[a-z0-9][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          "The score's name (%s) must be of lower-case letters, digits and hyphens."
              .formatted(name));
    }
    if (version < FIRST_VERSION) {
      throw new IllegalArgumentException(
          "The version (%d) of %s must be at least 1.".formatted(version, name));
    }
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }
}
