package org.nasbench4j.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file so that a reader sees either all of the new content or what was there before: into
 * a temporary file in the same folder, synced, and moved into place. On failure the temporary file
 * is deleted.
 */
public final class AtomicFile {
  private static final String SUFFIX = ".tmp";

  private AtomicFile() {}

  /** Writes the content to a stream. */
  @FunctionalInterface
  public interface StreamWriter {

    /**
     * Writes everything; must not close the stream.
     *
     * @param out where to
     * @throws IOException if writing fails
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Creates the content at a path. */
  @FunctionalInterface
  public interface PathWriter {

    /**
     * Writes everything.
     *
     * @param path where to; a file of this name does not exist yet
     * @throws IOException if writing fails
     */
    void writeTo(Path path) throws IOException;
  }

  /**
   * Replaces a file with what is written to a stream.
   *
   * @param file the file; its folder is created if it does not exist
   * @param writer writes the content
   * @throws IOException if writing or moving fails
   */
  public static void write(Path file, StreamWriter writer) throws IOException {
    create(
        file,
        path -> {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
            writer.writeTo(out);
          }
        });
  }

  /**
   * Replaces a file with what is created at a path, for libraries that write files themselves.
   *
   * @param file the file; its folder is created if it does not exist
   * @param writer creates the content
   * @throws FileSystemException if the file is a folder, or its folder a file
   * @throws IOException if writing or moving fails
   */
  public static void create(Path file, PathWriter writer) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("%s is not a file that can be written".formatted(file));
    }
    createFolder(folder);
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "is a folder, not a file");
    }
    Path temporary = temporary(folder, file);
    try {
      Files.delete(temporary);
      writer.writeTo(temporary);
      sync(temporary);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  // A name that nobody has seen would say nothing in an error.
  private static Path temporary(Path folder, Path file) throws IOException {
    try {
      return Files.createTempFile(folder, prefix(file), SUFFIX);
    } catch (AccessDeniedException e) {
      AccessDeniedException named = new AccessDeniedException(file.toString(), null, e.getReason());
      named.initCause(e);
      throw named;
    }
  }

  /**
   * Creates a folder and those above it, unless it exists. Unlike {@link Files#createDirectories}
   * of Java 17 it accepts a symbolic link to a folder.
   *
   * @param folder the folder
   * @throws FileSystemException if it is a file
   * @throws IOException if it cannot be created
   */
  public static void createFolder(Path folder) throws IOException {
    if (Files.isRegularFile(folder)) {
      throw new FileSystemException(folder.toString(), null, "is a file, not a folder");
    }
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
  }

  /**
   * Whether a file is what a process that was killed left of its writing another.
   *
   * @param candidate a file
   * @param file the file that was to be written
   * @return true if {@code candidate} has the name of a temporary file of {@code file}
   */
  public static boolean isTemporary(Path candidate, Path file) {
    String name = String.valueOf(candidate.getFileName());
    return name.startsWith(prefix(file)) && name.endsWith(SUFFIX);
  }

  private static String prefix(Path file) {
    return "." + file.getFileName() + ".";
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
