package org.nasbench4j.cli.table;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.nasbench4j.cli.option.Tables;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableFormat;

/** From a source to a table. */
final class TableImport {
  private TableImport() {}

  /** Reads the source completely, writes the table, and says so. */
  static void run(TableFormat format, Path source, Path target, PrintWriter err)
      throws IOException {
    TableContent content = read(format, source);
    Tables.store().write(content, target);
    err.println(
        String.format(
            Locale.ROOT,
            "Wrote %,d architectures of %s to %s (%,d bytes).",
            content.rows().count(),
            content.format(),
            target,
            Files.size(target)));
  }

  private static TableContent read(TableFormat format, Path source) throws IOException {
    try (SourceProgress progress = new SourceProgress("Reading " + source.getFileName())) {
      return format.read(source, progress);
    }
  }
}
