package org.nasbench4j.io;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * A text file that grows line by line and survives a kill at any byte: what long computations write
 * while they run.
 *
 * <p>A line is the CRC-32C of the rest in eight hexadecimal digits, a tab, and the rest. Lines are
 * only ever appended, under a lock on the file that keeps a second process out. A last line that a
 * kill tore is cut off at the next opening. Not thread-safe.
 */
public final class CheckedLines implements Closeable {
  private static final int HEAD = 9;

  private final Path file;
  private final LockedFile locked;
  private final FileChannel channel;
  private long end;

  private CheckedLines(Path file, LockedFile locked) {
    this.file = file;
    this.locked = locked;
    this.channel = locked.channel();
  }

  /** Is handed the lines that a file holds already. */
  @FunctionalInterface
  public interface Existing {

    /**
     * One line, in the order of the file.
     *
     * @param offset where the rest of the line stands in the file
     * @param rest the line without its checksum and line feed
     * @throws IOException if the line cannot be used
     */
    void line(long offset, byte[] rest) throws IOException;
  }

  /**
   * Opens or creates a file and cuts off a torn last line.
   *
   * @param file the file
   * @param existing is handed the lines that are there
   * @return the file, ready to be appended to
   * @throws FileSystemException if another process has it open
   * @throws DamagedLineException if a line that is not the last is damaged
   * @throws IOException if the file cannot be read
   */
  public static CheckedLines open(Path file, Existing existing) throws IOException {
    LockedFile locked =
        LockedFile.open(file, "another process is writing this file; wait for it or stop it");
    boolean opened = false;
    try {
      CheckedLines lines = new CheckedLines(file, locked);
      lines.load(existing);
      opened = true;
      return lines;
    } finally {
      if (!opened) {
        locked.close();
      }
    }
  }

  private void load(Existing existing) throws IOException {
    LineReader lines = new LineReader(channel);
    while (lines.next()) {
      byte[] line = lines.line();
      if (!lines.isTerminated() || !isIntact(line)) {
        if (lines.end() < channel.size()) {
          throw new DamagedLineException(lines.start());
        }
        break;
      }
      existing.line(lines.start() + HEAD, Arrays.copyOfRange(line, HEAD, line.length));
      end = lines.end();
    }
    channel.truncate(end);
  }

  private static boolean isIntact(byte[] line) {
    return line.length >= HEAD
        && line[HEAD - 1] == '\t'
        && Arrays.equals(head(line, HEAD, line.length), 0, HEAD, line, 0, HEAD);
  }

  private static byte[] head(byte[] bytes, int from, int to) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, to - from);
    return (HexFormat.of().toHexDigits((int) crc.getValue()) + "\t")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Appends a line. On failure the file ends in a torn line, which the next opening cuts off.
   *
   * @param rest the line without checksum and line feed; must not contain a line feed
   * @return where {@code rest} stands in the file
   * @throws IOException if writing fails
   */
  public long append(byte[] rest) throws IOException {
    ByteBuffer line = ByteBuffer.allocate(HEAD + rest.length + 1);
    line.put(head(rest, 0, rest.length)).put(rest).put((byte) '\n').flip();
    long start = end;
    long position = start;
    while (line.hasRemaining()) {
      position += channel.write(line, position);
    }
    end = position;
    return start + HEAD;
  }

  /**
   * Reads bytes back.
   *
   * @param offset where they start
   * @param length how many
   * @return a new array
   * @throws EOFException if the file is shorter by now
   * @throws IOException if reading fails
   */
  public byte[] read(long offset, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, offset + buffer.position()) < 0) {
        throw new EOFException("%s shrank while in use".formatted(file));
      }
    }
    return buffer.array();
  }

  @Override
  public void close() throws IOException {
    locked.close();
  }
}
