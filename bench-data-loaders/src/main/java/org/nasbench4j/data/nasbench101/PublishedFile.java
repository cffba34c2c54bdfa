package org.nasbench4j.data.nasbench101;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nasbench4j.data.fetch.Publication;
import org.nasbench4j.data.fetch.RemoteFile;

/**
 * A file and whether it is one of the two that were published.
 *
 * @param name the file's name
 * @param sha256 its SHA-256
 */
record PublishedFile(String name, String sha256) {

  /** The published files by their SHA-256. */
  private static final Map<String, String> KNOWN =
      Stream.of(Publication.NB101, Publication.NB101_108)
          .map(Publication::file)
          .collect(Collectors.toUnmodifiableMap(file -> file.checksum().end(), RemoteFile::name));

  static PublishedFile of(Path path, String sha256) {
    return new PublishedFile(String.valueOf(path.getFileName()), sha256);
  }

  String source() {
    return name + " " + sha256;
  }

  // Says whether the file is known.
  String note() {
    String known = KNOWN.get(sha256);
    if (known != null) {
      return "The file is the published %s: its SHA-256 is the known one.".formatted(known);
    }
    return KNOWN.containsValue(name)
        ? "The file is named %s, but its SHA-256 is not that of the published file.".formatted(name)
        : "The file is none of the two that were published, by its SHA-256.";
  }
}
