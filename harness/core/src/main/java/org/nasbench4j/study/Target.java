package org.nasbench4j.study;

import org.nasbench4j.table.DatasetId;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.SeedChoice;

/**
 * The final measurements that a task is judged by. They are read after the search has ended.
 *
 * @param dataset the data set
 * @param valid the final validation accuracy
 * @param test the final test accuracy
 */
public record Target(DatasetId dataset, Query valid, Query test) {

  /**
   * Reads {@code dataset:schedule[:seeds]}. The data set may name the training, as in {@code
   * cifar10-40k:108}.
   *
   * @param text for example {@code cifar10:200}
   * @return validation and test accuracy at the end of the schedule, by the papers' convention
   * @throws IllegalArgumentException if a part is missing or unknown
   */
  public static Target parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length < 2 || parts.length > 3) {
      throw new IllegalArgumentException(
          "The report (%s) must be dataset:schedule[:seeds], for example cifar10:200."
              .formatted(text));
    }
    String rest = text.substring(parts[0].length() + 1);
    Query valid = Query.parse(parts[0] + ":valid:" + rest);
    return new Target(
        valid.measure().training().dataset(),
        valid,
        Query.parse(parts[0] + ":test:" + rest));
  }

  /** The same measurements of one training. */
  Target of(SeedChoice.Single seed) {
    return new Target(
        dataset, new Query(valid.measure(), seed), new Query(test.measure(), seed));
  }
}
