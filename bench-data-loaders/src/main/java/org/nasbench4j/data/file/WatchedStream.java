package org.nasbench4j.data.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.nasbench4j.table.ImportProgress;

/** Tells how far a stream was read, in bytes, every now and then. Not for marks. */
public final class WatchedStream extends FilterInputStream {
  private static final int STEP = 1 << 20;

  private final ImportProgress progress;
  private final long total;
  private long position;
  private long told;

  /**
   * Watches a stream.
   *
   * @param in the stream, at its start
   * @param progress is told
   * @param total the bytes of the stream
   */
  public WatchedStream(InputStream in, ImportProgress progress, long total) {
    super(in);
    this.progress = progress;
    this.total = total;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    advance(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    advance(Math.max(0, count));
    return count;
  }

  private void advance(int count) {
    position += count;
    if (position - told >= STEP || (count > 0 && position == total)) {
      told = position;
      progress.readBytes(position, total);
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
