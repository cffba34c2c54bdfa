package org.nasbench4j.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** Reads a file line by line and knows the byte offset of each; memory is bounded by one line. */
public final class LineReader {
  private static final int CHUNK = 1 << 16;

  private final FileChannel channel;
  private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).limit(0);
  private byte[] line = new byte[CHUNK];
  private int length;
  private long start;
  private long end;
  private boolean terminated;

  /**
   * Starts before the first line.
   *
   * @param channel an open file; its own position is not used
   */
  public LineReader(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Moves to the next line.
   *
   * @return false at the end of the file
   * @throws IOException if reading fails
   */
  public boolean next() throws IOException {
    start = end;
    length = 0;
    terminated = false;
    while (!terminated && (chunk.hasRemaining() || fill())) {
      take();
    }
    return end > start;
  }

  private boolean fill() throws IOException {
    chunk.clear();
    int read = channel.read(chunk, end);
    chunk.flip();
    return read > 0;
  }

  private void take() {
    byte next = chunk.get();
    end++;
    if (next == '\n') {
      terminated = true;
      return;
    }
    if (length == line.length) {
      line = Arrays.copyOf(line, 2 * length);
    }
    line[length++] = next;
  }

  /**
   * The line without its line feed.
   *
   * @return a new array
   */
  public byte[] line() {
    return Arrays.copyOf(line, length);
  }

  /**
   * Where the line starts.
   *
   * @return a byte offset
   */
  public long start() {
    return start;
  }

  /**
   * Where the next line starts.
   *
   * @return a byte offset
   */
  public long end() {
    return end;
  }

  /**
   * Whether the line ends with a line feed; the last line of a torn file does not.
   *
   * @return true for a whole line
   */
  public boolean isTerminated() {
    return terminated;
  }
}
