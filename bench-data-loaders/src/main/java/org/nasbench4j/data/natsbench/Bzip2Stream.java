package org.nasbench4j.data.natsbench;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.nasbench4j.data.file.WatchedStream;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;

/**
 * A bzip2 file as a stream of what it holds. Tells damage (a {@link MalformedTableException}, with
 * the byte of the file) from a disk that fails (an {@link IOException}).
 */
final class Bzip2Stream extends InputStream {
  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final BZip2CompressorInputStream in;

  private Bzip2Stream(Path path, BZip2CompressorInputStream in) {
    this.path = path;
    this.in = in;
  }

  /** What the decompressor reads: its own errors must not look like the disk's. */
  private static final class Disk extends FilterInputStream {
    Disk(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      try {
        return in.read();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return in.read(bytes, offset, length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static Bzip2Stream open(Path path, ImportProgress progress) throws IOException {
    InputStream file = new WatchedStream(Files.newInputStream(path), progress, Files.size(path));
    try {
      return new Bzip2Stream(
          path,
          new BZip2CompressorInputStream(new Disk(new BufferedInputStream(file, BUFFER)), true));
    } catch (IOException e) {
      file.close();
      throw damaged(path, 0, e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return in.read(bytes, offset, length);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (IOException | IndexOutOfBoundsException e) {
      throw damaged(path, in.getCompressedCount(), e);
    }
  }

  private static MalformedTableException damaged(Path path, long offset, Exception e) {
    return new MalformedTableException(
        path,
        new AtByte(offset),
        "the bzip2 data break off or are damaged (%s)".formatted(e.getMessage()),
        e);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
