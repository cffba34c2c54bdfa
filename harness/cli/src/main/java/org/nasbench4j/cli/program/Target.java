package org.nasbench4j.cli.program;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that a command writes at its end; what stands in its way is found before the work is done.
 *
 * @param path where it goes
 */
public record Target(Path path) {

  /** Checks that there is a name. */
  public Target {
    if (path.toString().isBlank()) {
      throw new IllegalArgumentException(
          "The file to write (%s) must have a name.".formatted(path));
    }
  }

  /**
   * Makes sure that nothing is replaced unasked.
   *
   * @throws FileAlreadyExistsException if the file is there
   */
  public void requireAbsent() throws FileAlreadyExistsException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new FileAlreadyExistsException(
          path.toString(), null, "exists already; replace it with --overwrite");
    }
  }

  /**
   * Makes sure that the file can be written, as far as that can be known.
   *
   * @throws FileSystemException if it is a folder, or can have no place or none that may be written
   */
  public void requireWritable() throws FileSystemException {
    if (Files.isDirectory(path)) {
      throw new FileSystemException(path.toString(), null, "is a folder, not a file");
    }
    Path folder = path.toAbsolutePath().getParent();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new FileSystemException(String.valueOf(folder), null, "is a file, not a folder");
    }
    if (!Files.isWritable(folder)) {
      throw new AccessDeniedException(folder.toString(), null, "is a folder that is read-only");
    }
  }

  /**
   * Makes sure that what is read is not what is replaced.
   *
   * @param sources what is read
   * @throws IllegalArgumentException if one of them is this file
   * @throws IOException if they cannot be compared
   */
  public void requireNone(List<Path> sources) throws IOException {
    for (Path source : sources) {
      if (Files.exists(path) && Files.exists(source) && Files.isSameFile(path, source)) {
        throw new IllegalArgumentException(
            "The file to write (%s) is the one that is read. Name another.".formatted(path));
      }
    }
  }
}
