package org.nasbench4j.data.natsbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nasbench4j.data.file.FileKind;
import org.nasbench4j.table.UnsupportedTableException;

/**
 * The files of a NATS-Bench folder.
 *
 * @param path the folder
 * @param meta the file with the names of all architectures
 * @param records the record of each architecture that is there, by index
 */
record NatsFolder(Path path, Path meta, SortedMap<Integer, Path> records) {
  private static final String META = "meta.pickle.pbz2";
  private static final Pattern RECORD = Pattern.compile("([0-9]{1,6})\\.pickle\\.pbz2");
  private static final String SUPPORTED =
      "an unpacked NATS-Bench folder: %s and at least one record such as 000000.pickle.pbz2"
          .formatted(META);

  static NatsFolder open(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      throw new UnsupportedTableException("%s (%s)".formatted(FileKind.of(path), path), SUPPORTED);
    }
    SortedMap<Integer, Path> records = records(path);
    Path meta = path.resolve(META);
    if (records.isEmpty() || !Files.isRegularFile(meta)) {
      throw new UnsupportedTableException(
          "the folder %s with %d records and %s %s"
              .formatted(path, records.size(), Files.exists(meta) ? "a" : "no", META),
          SUPPORTED);
    }
    return new NatsFolder(path, meta, records);
  }

  // Whether a folder has records; one without the other file is told that it lacks it.
  static boolean isOne(Path path) throws IOException {
    return !records(path).isEmpty();
  }

  private static SortedMap<Integer, Path> records(Path path) throws IOException {
    SortedMap<Integer, Path> records = new TreeMap<>();
    for (Path file : files(path)) {
      Matcher matcher = RECORD.matcher(file.getFileName().toString());
      if (matcher.matches()) {
        records.merge(Integer.valueOf(matcher.group(1)), file, NatsFolder::longerName);
      }
    }
    return records;
  }

  private static List<Path> files(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.sorted().toList();
    }
  }

  // The name with all six digits wins over the unpadded one, as in the official reader.
  private static Path longerName(Path left, Path right) {
    int difference =
        left.getFileName().toString().length() - right.getFileName().toString().length();
    return difference >= 0 ? left : right;
  }

  String name() {
    return path.toAbsolutePath().normalize().getFileName().toString();
  }
}
