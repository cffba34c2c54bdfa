package org.nasbench4j.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.nasbench4j.cli.program.Target;
import picocli.CommandLine.Option;

/** Whether a file that is there may be replaced. */
public final class OverwriteOption {

  @Option(names = "--overwrite", description = "Replace the table or export if it exists.")
  private boolean overwrite;

  /**
   * Makes sure, before the work is done, that a file can be written, that nothing is replaced
   * unasked, and never what is read.
   *
   * @param file the file to write
   * @param sources what is read
   * @throws IllegalArgumentException if the file has no name, or is one of the sources
   * @throws IOException if it is there and may not be replaced, or cannot be written
   */
  public void requireFree(Path file, List<Path> sources) throws IOException {
    Target target = new Target(file);
    if (!overwrite) {
      target.requireAbsent();
    }
    target.requireNone(sources);
    target.requireWritable();
  }
}
