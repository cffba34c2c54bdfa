package org.nasbench4j.data.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.nasbench4j.io.Sha256;
import org.nasbench4j.table.ImportProgress;

/**
 * What a whole file hashes to, in lower-case hexadecimal digits.
 *
 * @param sha256 names it among the sources of a table
 * @param md5 only for comparison with what a publication says
 */
public record FileDigests(String sha256, String md5) {
  private static final int CHUNK = 1 << 20;

  /**
   * Reads a file once.
   *
   * @param file of any size
   * @return its digests
   * @throws IOException if it cannot be read
   */
  public static FileDigests of(Path file) throws IOException {
    return of(file, ImportProgress.SILENT);
  }

  /**
   * Reads a large file once.
   *
   * @param file of any size
   * @param progress is told the bytes
   * @return its digests
   * @throws IOException if it cannot be read
   */
  public static FileDigests of(Path file, ImportProgress progress) throws IOException {
    MessageDigest sha256 = Sha256.digest();
    MessageDigest md5 = md5Digest();
    byte[] chunk = new byte[CHUNK];
    try (InputStream in =
        new WatchedStream(Files.newInputStream(file), progress, Files.size(file))) {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        sha256.update(chunk, 0, count);
        md5.update(chunk, 0, count);
      }
    }
    HexFormat hex = HexFormat.of();
    return new FileDigests(hex.formatHex(sha256.digest()), hex.formatHex(md5.digest()));
  }

  private static MessageDigest md5Digest() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5.", e);
    }
  }
}
