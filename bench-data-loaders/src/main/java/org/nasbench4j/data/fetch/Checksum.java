package org.nasbench4j.data.fetch;

import java.nio.file.Path;
import org.nasbench4j.data.file.FileDigests;
import org.nasbench4j.table.MalformedTableException;

/**
 * What is published about the bytes of a file: a whole digest, or only its end.
 *
 * @param kind the digest
 * @param end its last digits, lower-case hexadecimal; all of them where all are published
 */
public record Checksum(Kind kind, String end) {

  /** Checks the digits. */
  public Checksum {
    if (!end.matches("[0-9a-f]{1,%d}".formatted(kind.digits))) {
      throw new IllegalArgumentException(
          "The digits (%s) must be 1 to %d hexadecimal digits of %s."
              .formatted(end, kind.digits, kind.text));
    }
  }

  /** The digests that benchmarks publish. */
  public enum Kind {
    /** Of NAS-Bench-101, whole. */
    SHA256("SHA-256", 64) {
      @Override
      String of(FileDigests digests) {
        return digests.sha256();
      }
    },
    /** Of NAS-Bench-201 and NATS-Bench, in the names of the files: the last six or five digits. */
    MD5("MD5", 32) {
      @Override
      String of(FileDigests digests) {
        return digests.md5();
      }
    };

    private final String text;
    private final int digits;

    Kind(String text, int digits) {
      this.text = text;
      this.digits = digits;
    }

    abstract String of(FileDigests digests);
  }

  /**
   * Whether the whole digest is published.
   *
   * @return false if other files may well have the same digits
   */
  public boolean isWhole() {
    return end.length() == kind.digits;
  }

  boolean matches(FileDigests digests) {
    return kind.of(digests).endsWith(end);
  }

  // The error of a file that has other digits.
  MalformedTableException mismatch(Path file, FileDigests digests, String wayOut) {
    return new MalformedTableException(
        file,
        "its %s is %s, but the published one %s %s; %s"
            .formatted(kind.text, kind.of(digests), isWhole() ? "is" : "ends with", end, wayOut));
  }

  @Override
  public String toString() {
    return isWhole() ? kind.text + " " + end : kind.text + " ending with " + end;
  }
}
