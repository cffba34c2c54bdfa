package org.nasbench4j.jmh;

import java.io.IOException;
import org.nasbench4j.table.Table;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A table that was opened before the measurement begins. */
@State(Scope.Benchmark)
public class OpenedTable {

  /** The numbers in the table: {@code synthetic} or {@code real}. */
  @Param("synthetic")
  String table = "synthetic";

  private TableFile file;
  private Table opened;

  /** Creates the state; JMH does. */
  public OpenedTable() {}

  /**
   * Writes and opens the table.
   *
   * @throws IOException if that fails
   */
  @Setup
  public void open() throws IOException {
    file = TableFile.write(table);
    opened = file.open();
  }

  /**
   * Deletes the table.
   *
   * @throws IOException if that fails
   */
  @TearDown
  public void delete() throws IOException {
    file.close();
  }

  Table get() {
    return opened;
  }
}
