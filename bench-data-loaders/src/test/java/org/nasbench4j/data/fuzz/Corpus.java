package org.nasbench4j.data.fuzz;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** The files that a fuzzer found interesting for a target, in one archive for each target. */
final class Corpus {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private Corpus() {}

  /** The files by name; none if nothing was kept yet. */
  static Map<String, byte[]> of(String target) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (@Nullable InputStream in = Corpus.class.getResourceAsStream(target + ".zip")) {
      if (in == null) {
        return files;
      }
      ZipInputStream archive = new ZipInputStream(in);
      for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        files.put(entry.getName(), archive.readAllBytes());
      }
    }
    return files;
  }

  /** Packs the files of a folder: the same bytes for the same files. */
  static void pack(Path folder, Path archive) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.sorted().toList();
    }
    try (ZipOutputStream out =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(archive)))) {
      for (Path file : files) {
        ZipEntry entry = new ZipEntry(file.getFileName().toString());
        entry.setTimeLocal(NO_TIME);
        out.putNextEntry(entry);
        Files.copy(file, out);
      }
    }
  }
}
