package org.nasbench4j.table;

import java.util.List;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;

/**
 * Stored measurements of one published benchmark: opened, never loaded whole.
 *
 * <p>Rows are the architectures that were measured. A column is resolved once, which is where
 * everything that can be wrong with a question is found, and is then read row by row without
 * allocation. Tables are immutable and thread-safe.
 */
public interface Table {

  /**
   * Origin and identity.
   *
   * @return the table's provenance
   */
  TableInfo info();

  /**
   * The space that the rows belong to.
   *
   * @return the search space
   */
  SearchSpace space();

  /**
   * The number of architectures that the table holds; at most the size of the space.
   *
   * @return at least 0
   */
  int rows();

  /**
   * Reads everything that is stored and compares it with its checksums. Answers check only what
   * they are made of, so a table may be damaged where nobody has asked yet.
   *
   * @throws MalformedTableException if something is not what was written
   */
  default void verify() {
    // A table in memory has no checksums.
  }

  /**
   * The architecture of a row. Rows follow the benchmark's official order.
   *
   * @param row {@code [0, rows)}
   * @return the architecture
   */
  Architecture architecture(int row);

  /**
   * The row of an architecture.
   *
   * @param architecture an architecture of the space
   * @return {@code [0, rows)}
   * @throws MissingRecordException if the table does not hold it
   */
  int row(Architecture architecture);

  /**
   * The row that a text names: an architecture in any notation of the space or, where a benchmark
   * names architectures by a hash, that hash.
   *
   * @param text for example a module of NAS-Bench-101, or its hash of 32 hexadecimal digits
   * @return {@code [0, rows)}
   * @throws IllegalArgumentException if the text names nothing in the space
   * @throws MissingRecordException if the table does not hold it
   */
  default int row(String text) {
    return row(space().parse(text));
  }

  /**
   * Everything that was measured.
   *
   * @return one entry for each training, schedule, split and origin
   */
  List<Coverage> coverage();

  /**
   * The accuracies that a query asks for.
   *
   * @param query measure and seeds
   * @return the column
   * @throws MissingRecordException if the table has no such measure, epoch or seed; the message
   *     says what it has
   */
  AccuracyColumn accuracy(Query query);

  /**
   * The cross-entropy losses that a query asks for.
   *
   * @param query measure and seeds
   * @return the column, in nats per image
   * @throws MissingRecordException if the table holds no such losses
   */
  Column loss(Query query);

  /**
   * The seconds of training up to a fidelity: epochs {@code 0..epoch}, without evaluation.
   *
   * @param training what was trained on
   * @param fidelity how far
   * @param seeds which trainings
   * @return the column, in seconds; measured if there is a choice, and it says so
   * @throws MissingRecordException if the table holds no such times
   */
  Column trainingSeconds(Training training, Fidelity fidelity, SeedChoice.Single seeds);

  /**
   * The seconds of one evaluation pass over a split.
   *
   * @param query measure and seeds
   * @return the column, in seconds; measured if there is a choice, and it says so
   * @throws MissingRecordException if the table holds no such times
   */
  Column evaluationSeconds(Query query);

  /**
   * The other numbers that the table holds: counts of the network and scores of proxies.
   *
   * @return the names that {@link #column} accepts, sorted
   */
  List<String> columns();

  /**
   * One of the other numbers.
   *
   * @param name for example {@code params}
   * @return the column
   * @throws MissingRecordException if there is no such column; the message lists those that exist
   */
  Column column(String name);
}
