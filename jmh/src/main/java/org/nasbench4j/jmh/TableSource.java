package org.nasbench4j.jmh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.data.nasbench201.Nb201CsvFormat;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.TableContent;

/** Where the numbers of a benchmark's table come from. */
enum TableSource {
  /** Drawn at random, always the same: results can be compared between machines. */
  SYNTHETIC {
    @Override
    TableContent read(@Nullable Path data) {
      return SyntheticNb201.content(SEED);
    }
  },
  /** The published accuracies of NAS-Bench-201, with the proxy scores beside them. */
  REAL {
    @Override
    TableContent read(@Nullable Path data) throws IOException {
      if (data == null) {
        throw new IllegalArgumentException(
            "The real table needs NASBENCH4J_DATA, the folder that holds %s/%s. Maybe use"
                    .formatted(FOLDER, Nb201CsvFormat.FILE)
                + " -p table=synthetic.");
      }
      return new Nb201CsvFormat().read(data.resolve(FOLDER), ImportProgress.SILENT);
    }
  };

  private static final long SEED = 20_200_101;
  private static final String FOLDER = "nb201";

  /**
   * Reads or makes the table.
   *
   * @param data the folder with published data, if there is one
   * @throws IllegalArgumentException if the folder is needed and missing
   * @throws IOException if the published data cannot be read
   */
  abstract TableContent read(@Nullable Path data) throws IOException;

  static TableSource parse(String text) {
    return Arrays.stream(values())
        .filter(source -> source.id().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The table (%s) is unknown. Use one of %s."
                        .formatted(
                            text,
                            Arrays.stream(values())
                                .map(TableSource::id)
                                .collect(Collectors.joining(", ")))));
  }

  private String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
