package org.nasbench4j.data.natsbench;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nasbench4j.data.file.FileDigests;
import org.nasbench4j.table.MalformedTableException;

/**
 * A file whose published name ends with the last digits of its MD5: five in NATS-Bench, six in
 * NAS-Bench-201.
 *
 * @param path the file
 * @param digests of its bytes
 */
record PublishedName(Path path, FileDigests digests) {
  private static final Pattern PUBLISHED =
      Pattern.compile("(?:NATS-tss|NATS-sss|NAS-Bench-201)-v[0-9]_[0-9]-([0-9a-f]{5,6})\\..+");

  // The name, checked against the digests.
  static PublishedName verified(Path path, FileDigests digests) {
    PublishedName published = new PublishedName(path, digests);
    if (!digests.md5().endsWith(published.suffix())) {
      throw new MalformedTableException(
          path,
          "its MD5 is %s, but by its name it must end with %s; fetch the file again, or rename it"
              .formatted(digests.md5(), published.suffix()));
    }
    return published;
  }

  private String name() {
    return String.valueOf(path.getFileName());
  }

  // The digits in the name, none if it is not a published one.
  private String suffix() {
    Matcher matcher = PUBLISHED.matcher(name());
    return matcher.matches() ? matcher.group(1) : "";
  }

  String source() {
    return name() + " " + digests.sha256();
  }

  // What a table says of it.
  String note() {
    return suffix().isEmpty()
        ? "The name of the file has no part of its MD5, so that could not be checked."
        : "The MD5 of the file ends with %s, as its name says.".formatted(suffix());
  }
}
