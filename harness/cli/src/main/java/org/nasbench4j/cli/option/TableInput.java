package org.nasbench4j.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
   * The files that {@link #open} reads.
   *
   * @return the table, then the score files
   * @throws IOException if one is not found
   */
  public List<Path> files() throws IOException {
    return tables.files(file);
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
