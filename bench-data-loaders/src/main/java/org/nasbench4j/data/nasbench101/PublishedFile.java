package org.nasbench4j.data.nasbench101;

import java.nio.file.Path;
import java.util.Map;

/**
 * A file and whether it is one of the two that were published.
 *
 * @param name the file's name
 * @param sha256 its SHA-256
 */
record PublishedFile(String name, String sha256) {

  /** The published files by their SHA-256. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "3d64db8180fb1b0207212f9032205064312b6907a3bbc81eabea10db2f5c7e9c",
          "nasbench_full.tfrecord",
          "4c39c3936e36a85269881d659e44e61a245babcb72cb374eacacf75d0e5f4fd1",
          "nasbench_only108.tfrecord");

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
