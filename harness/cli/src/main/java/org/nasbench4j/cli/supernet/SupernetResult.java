package org.nasbench4j.cli.supernet;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nasbench4j.neural.supernet.SupernetStep;

/**
 * A finished training, {@code result.json}.
 *
 * @param training all that it depends on
 * @param last its last step, with the architecture that is derived
 * @param logSha256 the SHA-256 of the lines of its log
 * @param program what trained it
 */
record SupernetResult(
    SortedMap<String, String> training, SupernetStep last, String logSha256, String program) {

  SupernetResult {
    training = Collections.unmodifiableSortedMap(new TreeMap<>(training));
  }
}
