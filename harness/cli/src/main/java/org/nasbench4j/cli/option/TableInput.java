package org.nasbench4j.cli.option;

import java.io.IOException;
import org.nasbench4j.table.Table;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The table that a command reads. */
public final class TableInput {

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "A table: its path or name, as nb201-micro.")
  private String file = "";

  @Mixin private Tables tables = new Tables();

  /**
   * Opens it with the columns of the score files.
   *
   * @return the table
   * @throws IOException if it or a score file is not found or cannot be read
   */
  public Table open() throws IOException {
    return tables.open(file);
  }

  /**
   * Opens another table, alone.
   *
   * @param other its path or name
   * @return the table
   * @throws IOException if it is not found or cannot be read
   */
  public Table openOther(String other) throws IOException {
    return tables.openWithoutScores(other);
  }
}
