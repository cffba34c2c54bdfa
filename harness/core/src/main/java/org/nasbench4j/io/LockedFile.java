package org.nasbench4j.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A file that is read and written under a lock, which keeps everybody else who asks for it out. */
public final class LockedFile implements Closeable {
  private final FileChannel channel;
  private final FileLock lock;

  private LockedFile(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Opens or creates a file and locks it.
   *
   * @param file the file
   * @param busy the reason of the error where somebody else has it, with the way out
   * @return the file
   * @throws FileSystemException if another process, or this one, has it locked
   * @throws IOException if it cannot be opened
   */
  public static LockedFile open(Path file, String busy) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      FileLock lock = tryLock(channel);
      if (lock == null) {
        throw new FileSystemException(file.toString(), null, busy);
      }
      locked = true;
      return new LockedFile(channel, lock);
    } finally {
      if (!locked) {
        channel.close();
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }

  /**
   * The file's bytes.
   *
   * @return open as long as this is
   */
  public FileChannel channel() {
    return channel;
  }

  /** Closes the file, which ends the lock. */
  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
