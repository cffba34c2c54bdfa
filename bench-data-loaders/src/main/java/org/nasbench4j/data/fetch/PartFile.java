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
    this.note = path.resolveSibling(path.getFileName() + ".version");
    this.locked = locked;
  }

  /** Opens the part of a file, whatever there is of it. */
  static PartFile of(Path target, URI address) throws IOException {
    Path path = target.resolveSibling(target.getFileName() + ".part");
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

  private void load(URI address) throws IOException {
    size = channel().size();
    version = Files.exists(note) ? Version.parse(Files.readString(note)).orElse(null) : null;
    boolean usable =
        version != null
            && version.address().equals(address.toString())
            && (version.length() < 0 || size <= version.length());
    if (!usable) {
      discard();
    }
  }

  private FileChannel channel() {
    return locked.channel();
  }

  Path path() {
    return path;
  }

  long size() {
    return size;
  }

  // What the bytes are of; null where there are none.
  @Nullable Version version() {
    return version;
  }

  boolean isWhole() {
    return version != null && version.length() == size;
  }

  /** Forgets what came so far. */
  void discard() throws IOException {
    Files.deleteIfExists(note);
    version = null;
    if (size > 0) {
      channel().truncate(0);
      size = 0;
    }
  }

  /** Begins with the first byte of a version. The note is there before the bytes are. */
  void begin(Version begun) throws IOException {
    discard();
    requireRoom(begun.length());
    AtomicFile.write(note, out -> out.write(begun.text().getBytes(StandardCharsets.UTF_8)));
    version = begun;
  }

  private void requireRoom(long bytes) throws IOException {
    FileStore store = Files.getFileStore(path);
    if (bytes > store.getUsableSpace()) {
      throw new FileSystemException(
          path.toString(),
          null,
          String.format(
              Locale.ROOT,
              "the file has %,d bytes, but there is room for %,d; make room or choose another"
                  + " folder",
              bytes,
              store.getUsableSpace()));
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
    }
  }
}
