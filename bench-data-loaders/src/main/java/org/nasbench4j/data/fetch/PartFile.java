package org.nasbench4j.data.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.io.AtomicFile;
import org.nasbench4j.io.LockedFile;

/**
 * The part of a file that has come so far, {@code NAME.part}, and beside it the version that it is
 * a part of, {@code NAME.part.version}. Both outlive the program, so that the next one goes on.
 */
final class PartFile implements Closeable {
  private final Path path;
  private final Path note;
  private final LockedFile locked;
  private @Nullable Version version;
  private long size;

  private PartFile(Path path, LockedFile locked) {
    this.path = path;
    this.note = note(path);
    this.locked = locked;
  }

  /** Opens the part of a file, whatever there is of it. */
  static PartFile of(Path target, URI address) throws IOException {
    Path path = target.resolveSibling(target.getFileName() + ".part");
    putAsideWhatIsNotOurs(path);
    LockedFile locked =
        LockedFile.open(path, "another process is fetching this file; wait for it or stop it");
    PartFile part = new PartFile(path, locked);
    boolean opened = false;
    try {
      part.load(address);
      opened = true;
      return part;
    } finally {
      if (!opened) {
        part.close();
      }
    }
  }

  private static Path note(Path path) {
    return path.resolveSibling(path.getFileName() + ".version");
  }

  // Browsers name their parts so, too. The note is there before the bytes are: a part without one
  // is of no process that runs.
  private static void putAsideWhatIsNotOurs(Path path) throws IOException {
    if (Files.isRegularFile(path) && Files.size(path) > 0 && noted(note(path)).isEmpty()) {
      Path aside = path.resolveSibling(path.getFileName() + ".aside");
      for (int number = 2; Files.exists(aside); number++) {
        aside = path.resolveSibling(path.getFileName() + ".aside-" + number);
      }
      Files.move(path, aside);
    }
  }

  private static Optional<Version> noted(Path note) throws IOException {
    return Files.exists(note)
        ? Version.parse(new String(Files.readAllBytes(note), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private void load(URI address) throws IOException {
    size = channel().size();
    version =
        noted(note)
            .filter(noted -> noted.address().equals(address.toString()))
            .filter(noted -> noted.length() < 0 || size <= noted.length())
            .orElse(null);
  }

  private FileChannel channel() {
    return locked.channel();
  }

  Path path() {
    return path;
  }

  // How many bytes there are to go on with.
  long size() {
    return version == null ? 0 : size;
  }

  // What the bytes are of; null where there are none to go on with.
  @Nullable Version version() {
    return version;
  }

  /** Notes what the server told of the version only later. */
  void learn(Version known) {
    version = known;
  }

  boolean isWhole() {
    return version != null && version.length() == size;
  }

  /** Goes on no more with what came so far, which stays until there is something in its place. */
  void giveUp() {
    version = null;
  }

  /** Begins with the first byte of a version. The note is there before the bytes are. */
  void begin(Version begun) throws IOException {
    requireRoom(begun.length());
    if (size > 0) {
      channel().truncate(0);
      size = 0;
    }
    AtomicFile.write(note, out -> out.write(begun.text().getBytes(StandardCharsets.UTF_8)));
    version = begun;
  }

  private void requireRoom(long bytes) throws IOException {
    FileStore store = Files.getFileStore(path);
    long room = store.getUsableSpace() + size;
    if (bytes > room) {
      throw new FileSystemException(
          path.toString(),
          null,
          String.format(
              Locale.ROOT,
              "the file has %,d bytes, but there is room for %,d; make room or choose another"
                  + " folder",
              bytes,
              room));
    }
  }

  void append(byte[] bytes, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
    try {
      while (buffer.hasRemaining()) {
        size += channel().write(buffer, size);
      }
    } catch (IOException e) {
      FileSystemException failure =
          new FileSystemException(
              path.toString(), null, e.getMessage() + "; what came so far is kept");
      failure.initCause(e);
      throw failure;
    }
  }

  void sync() throws IOException {
    channel().force(true);
  }

  void forgetVersion() throws IOException {
    Files.deleteIfExists(note);
  }

  /** Leaves no trace where nothing came. */
  @Override
  public void close() throws IOException {
    locked.close();
    if (size == 0 && version == null) {
      Files.deleteIfExists(path);
      Files.deleteIfExists(note);
    }
  }
}
