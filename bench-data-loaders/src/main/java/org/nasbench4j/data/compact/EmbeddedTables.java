package org.nasbench4j.data.compact;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.io.AtomicFile;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;

/**
 * The tables that come with the program. A table is read through a map of its file, so one that is
 * opened for the first time is unpacked into a folder, under the digest of its content: programs of
 * several versions do not disturb each other. An unpacked table is written again only where it is
 * cut off or its header is damaged: what a kill or a full disk leaves must not stay for ever.
 */
public final class EmbeddedTables {
  private static final String RESOURCES = "/org/nasbench4j/data/tables/";
  private static final String DIGEST = ".sha256";
  private static final List<String> SHIPPED = List.of("nb201-micro");

  private final List<String> names;
  private final Resources resources;
  private final Path folder;

  /** Where the bytes of a resource are. */
  @FunctionalInterface
  interface Resources {

    /** Opens a resource; null if there is none of this name. */
    @Nullable InputStream open(String name);
  }

  EmbeddedTables(List<String> names, Resources resources, Path folder) {
    this.names = List.copyOf(names);
    this.resources = resources;
    this.folder = folder;
  }

  /**
   * Those of this version.
   *
   * @param folder where tables are unpacked; created when the first one is
   * @return the tables; nothing is unpacked yet
   */
  public static EmbeddedTables into(Path folder) {
    return new EmbeddedTables(
        SHIPPED, name -> EmbeddedTables.class.getResourceAsStream(RESOURCES + name), folder);
  }

  /**
   * What there is.
   *
   * @return the names, sorted, without suffix
   */
  public List<String> names() {
    return names;
  }

  /**
   * The file of a table, which is unpacked unless it was before and is neither cut off nor damaged
   * in its header.
   *
   * @param name one of {@link #names}
   * @return an existing file
   * @throws IOException if it cannot be unpacked
   */
  public Path file(String name) throws IOException {
    String resource = name + TableCatalog.SUFFIX;
    Path file = folder.resolve(digest(resource)).resolve(resource);
    if (!Files.isRegularFile(file) || !isWhole(file)) {
      unpack(resource, file);
    }
    return file;
  }

  // Looks at length and header: the numbers are checked where they are read.
  private static boolean isWhole(Path file) throws IOException {
    try {
      CompactTables.header(Hdf5File.open(file));
      return true;
    } catch (MalformedTableException | UnsupportedTableException e) {
      return false;
    }
  }

  // As many digits as keep different contents apart.
  private String digest(String resource) throws IOException {
    try (InputStream in = open(resource + DIGEST)) {
      return new String(in.readNBytes(16), StandardCharsets.US_ASCII);
    }
  }

  private void unpack(String resource, Path file) throws IOException {
    try (InputStream in = open(resource)) {
      AtomicFile.write(file, in::transferTo);
    } catch (IOException e) {
      throw new IOException(
          "The table (%s), which comes with the program, cannot be unpacked to %s (%s). Choose another cache folder by XDG_CACHE_HOME."
              .formatted(resource, file, e.getMessage()),
          e);
    }
  }

  private InputStream open(String resource) throws IOException {
    InputStream in = resources.open(resource);
    if (in == null) {
      throw new FileNotFoundException(
          "The program was built without its table (%s).".formatted(resource));
    }
    return in;
  }
}
