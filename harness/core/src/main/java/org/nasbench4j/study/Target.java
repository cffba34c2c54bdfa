package org.nasbench4j.study;

import org.nasbench4j.table.DatasetId;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.SeedChoice;
import org.nasbench4j.table.Split;

/**
 * The final measurements that a task is judged by. They are read after the search has ended.
 *
 * @param dataset the data set
 * @param valid the final validation accuracy; the same as {@code test} where none is reported
 * @param test the final test accuracy
 */
public record Target(DatasetId dataset, Query valid, Query test) {

  /**
   * Reads {@code dataset:schedule[:seeds]}, or {@code dataset:test:schedule[:seeds]} for a table
   * that has no validation accuracy. A training such as {@code cifar10-40k} may stand for the data
   * set.
   *
   * @param text for example {@code cifar10:200}
   * @return validation and test accuracy at the end of the schedule, by the papers' convention
   * @throws IllegalArgumentException if a part is missing or unknown
   */
  public static Target parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length > 2 && parts[1].equals(Split.TEST.id())) {
      return of(Query.parse(text), Query.parse(text));
    }
    if (parts.length < 2 || parts.length > 3) {
      throw new IllegalArgumentException(
          "The report (%s) must be dataset:schedule[:seeds], for example cifar10:200, or"
                  .formatted(text)
              + " dataset:test:schedule[:seeds] without validation accuracy.");
    }
    String rest = text.substring(parts[0].length() + 1);
    return of(Query.parse(parts[0] + ":valid:" + rest), Query.parse(parts[0] + ":test:" + rest));
  }

  private static Target of(Query valid, Query test) {
    return new Target(test.measure().training().dataset(), valid, test);
  }

  /**
   * Whether validation accuracy is reported.
   *
   * @return false if what is named validation is the test accuracy
   */
  public boolean hasValidation() {
    return !valid.equals(test);
  }

  /** The same measurements of one training. */
  Target of(SeedChoice.Single seed) {
    return new Target(dataset, new Query(valid.measure(), seed), new Query(test.measure(), seed));
  }
}
