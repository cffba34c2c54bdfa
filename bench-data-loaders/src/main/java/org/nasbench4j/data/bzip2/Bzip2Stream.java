package org.nasbench4j.data.bzip2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.nasbench4j.data.file.WatchedStream;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;

/**
 * A bzip2 file as a stream of what it holds. Tells damage (a {@link MalformedTableException}, with
 * the byte of the file where the damaged block begins) from a disk that fails (an {@link
 * IOException}). Nothing of a block is handed out before its checksum was verified.
 *
 * <p>From the second block on, other threads decompress what will be read next. They end when the
 * stream is closed.
 */
public final class Bzip2Stream extends InputStream {
  /** Whoever reads is busy with what eight give, and waits for what fewer do. */
  private static final int MOST_WORKERS = 8;

  private final InputStream file;
  private final Bzip2Blocks blocks;
  private InputStream block = InputStream.nullInputStream();

  private Bzip2Stream(InputStream file, Bzip2Blocks blocks) {
    this.file = file;
    this.blocks = blocks;
  }

  /**
   * Opens a file, to be decompressed by all processors of this machine, at most eight.
   *
   * @param path one or more streams of bzip2
   * @param progress is told how many bytes of the file were read
   * @return what it holds
   * @throws IOException if the file cannot be read
   */
  public static Bzip2Stream open(Path path, ImportProgress progress) throws IOException {
    InputStream file = new WatchedStream(Files.newInputStream(path), progress, Files.size(path));
    int processors = Runtime.getRuntime().availableProcessors();
    return new Bzip2Stream(path, file, Math.min(processors, MOST_WORKERS));
  }

  /**
   * Reads a file.
   *
   * @param path for messages
   * @param file its bytes; is closed with this
   * @param workers how many threads decompress beside the one that reads; may be 0
   */
  Bzip2Stream(Path path, InputStream file, int workers) {
    this(file, new Bzip2Blocks(path, ahead(file, workers)));
  }

  private static ReadAhead ahead(InputStream file, int workers) {
    return new ReadAhead(new Sections(file), pool(workers), workers == 0 ? 1 : 2 * workers + 2);
  }

  // The threads start with the first work.
  private static ExecutorService pool(int workers) {
    return Executors.newFixedThreadPool(
        Math.max(1, workers),
        work -> {
          Thread thread = new Thread(work, "bzip2");
          thread.setDaemon(true);
          return thread;
        });
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int count = block.read(bytes, offset, length);
    while (count < 0) {
      Optional<InputStream> next = blocks.next();
      if (next.isEmpty()) {
        return -1;
      }
      block = next.get();
      count = block.read(bytes, offset, length);
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    blocks.close();
    file.close();
  }
}
