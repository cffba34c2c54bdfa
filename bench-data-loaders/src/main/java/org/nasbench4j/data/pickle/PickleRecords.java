package org.nasbench4j.data.pickle;

/**
 * Takes the records of a large pickle {@code {…, key: {int: dict, …}, …}} one by one, so that they
 * need not fit into memory together. What they held is forgotten afterwards: the dict under the key
 * stays empty, and a reference to any list, set or dict is an error anyway.
 */
public interface PickleRecords {

  /**
   * The key of the records in the pickle's outermost dict.
   *
   * @return for example {@code arch2infos}
   */
  String key();

  /**
   * Takes one record. What it throws ends the reading.
   *
   * @param index its key
   * @param record its value
   * @param site where the record starts, for errors
   */
  void take(long index, PickleDict record, PickleSite site);
}
