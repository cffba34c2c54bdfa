package org.nasbench4j.data.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes CIFAR-10's files with made-up images. */
final class CifarSource {
  static final int RECORD = 3_073;

  private CifarSource() {}

  /** Image i has label i mod 10; its pixels are the file's number, but the first three are i. */
  static byte[] file(int number, int images) {
    byte[] file = new byte[images * RECORD];
    Arrays.fill(file, (byte) number);
    for (int i = 0; i < images; i++) {
      file[i * RECORD] = (byte) (i % 10);
      file[i * RECORD + 1] = (byte) (i >> 16);
      file[i * RECORD + 2] = (byte) (i >> 8);
      file[i * RECORD + 3] = (byte) i;
    }
    return file;
  }

  static byte[] archive(Map<String, byte[]> files) throws IOException {
    return gzip(tar(files));
  }

  static byte[] tar(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry("cifar-10-batches-bin/" + file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }
}
