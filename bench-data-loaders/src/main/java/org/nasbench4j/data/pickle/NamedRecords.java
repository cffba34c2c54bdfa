package org.nasbench4j.data.pickle;

/**
 * Takes the records of a large pickle {@code {str: record, …}} one by one, so that they need not
 * fit into memory together. A record is a dict or a tuple. What they held is forgotten afterwards:
 * the outermost dict stays empty.
 */
public interface NamedRecords {

  /**
   * Whether a text looks like the key of a record, which no text within a record does.
   *
   * @param text any string of the pickle
   * @return true for all keys of a good file; others are handed out later, and cost memory
   */
  boolean isName(String text);

  /**
   * Takes one record. What it throws ends the reading.
   *
   * @param name its key, whatever it looks like
   * @param record its value, a {@link PickleDict} or a {@link PickleTuple}
   * @param site where the record starts, for errors
   */
  void take(String name, Object record, PickleSite site);
}
