package org.nasbench4j.data.pickle;

import java.io.IOException;

/** Pickles that follow each other in a stream, each with its own memo and limits. */
public final class PickleSequence {
  private final PickleReader reader;
  private final PickleInput input;

  PickleSequence(PickleReader reader, PickleInput input) {
    this.reader = reader;
    this.input = input;
  }

  /**
   * Reads the next pickle.
   *
   * @return its value
   * @throws IOException if the stream cannot be read
   * @throws org.nasbench4j.table.MalformedTableException if the bytes break the rules or a limit,
   *     or there are none; the offset counts the stream's bytes from 0
   * @throws org.nasbench4j.table.UnsupportedTableException if the pickle uses what is not read
   */
  public Object next() throws IOException {
    input.begin();
    return reader.value(input, null);
  }

  /**
   * Reads the next pickle and hands out its records on the way.
   *
   * @param records is given each record as soon as it is complete
   * @return the value, with an empty dict in place of the records
   * @throws IOException if the stream cannot be read
   * @throws org.nasbench4j.table.MalformedTableException as {@link #next()}
   * @throws org.nasbench4j.table.UnsupportedTableException as {@link #next()}
   */
  public Object next(PickleRecords records) throws IOException {
    input.begin();
    return reader.value(input, RecordSink.of(records));
  }

  /**
   * Reads the next pickle, a dict, and hands out its items on the way.
   *
   * @param records is given each item as soon as it is complete
   * @return the value, an empty dict; anything else if the pickle is no dict
   * @throws IOException if the stream cannot be read
   * @throws org.nasbench4j.table.MalformedTableException as {@link #next()}
   * @throws org.nasbench4j.table.UnsupportedTableException as {@link #next()}
   */
  public Object next(NamedRecords records) throws IOException {
    input.begin();
    return reader.value(input, RecordSink.of(records));
  }

  /**
   * How far the stream was read.
   *
   * @return the first byte behind what was read, counted from 0
   */
  public long position() {
    return input.offset();
  }

  /**
   * Where the stream stands.
   *
   * @return the first byte behind what was read, for errors
   */
  public PickleSite site() {
    return input.here();
  }

  /**
   * Checks that nothing follows.
   *
   * @throws IOException if the stream cannot be read
   * @throws org.nasbench4j.table.MalformedTableException if anything does
   */
  public void requireEnd() throws IOException {
    input.requireEnd();
  }
}
