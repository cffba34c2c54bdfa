package org.nasbench4j.data.bzip2;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.nasbench4j.table.MalformedTableException;

/** Compressed bytes, and what two readers make of them. */
final class Bzip2Files {
  static final Path PATH = Path.of("some.pbz2");

  private Bzip2Files() {}

  static byte[] compressed(int level, byte[] content) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream out = new BZip2CompressorOutputStream(file, level)) {
      out.write(content);
    }
    return file.toByteArray();
  }

  static byte[] noise(int seed, int length) {
    byte[] bytes = new byte[length];
    new SplittableRandom(seed).nextBytes(bytes);
    return bytes;
  }

  /** Compresses well, and needs more than one block for each 100,000 bytes and level. */
  static byte[] periodic(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i % 7);
    }
    return bytes;
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] read(byte[] file, int workers) throws IOException {
    try (InputStream in = new Bzip2Stream(PATH, new ByteArrayInputStream(file), workers)) {
      return in.readAllBytes();
    }
  }

  /** Empty if the file is malformed. */
  static Optional<ByteBuffer> readOrRefused(byte[] file, int workers) throws IOException {
    try {
      return Optional.of(ByteBuffer.wrap(read(file, workers)));
    } catch (MalformedTableException e) {
      return Optional.empty();
    }
  }

  /** The same by Commons Compress, block after block. */
  static Optional<ByteBuffer> expected(byte[] file) {
    try (InputStream in = new BZip2CompressorInputStream(new ByteArrayInputStream(file), true)) {
      return Optional.of(ByteBuffer.wrap(in.readAllBytes()));
    } catch (IOException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
