package org.nasbench4j.space.nb101;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.nasbench4j.RealData;

/** The space against the published table, row by row. */
class Nb101PublishedDataTest {
  /** A hash takes some 20 microseconds, so not every row's is computed. */
  private static final int HASHED = 8;

  @Test
  void everyPublishedModuleHasItsHashAndItsParameters() throws IOException {
    Nb101Counts counts = new Nb101Counts(Nb101Shape.published());
    ModuleHasher hasher = new ModuleHasher();
    Set<Long> keys = new HashSet<>();
    List<String> wrong = new ArrayList<>();
    try (BufferedReader lines = open()) {
      lines.readLine();
      int row = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] values = line.replace("\"", "").split(",", -1);
        int vertices = Integer.parseInt(values[2]);
        Nb101Module module = Nb101Module.parse(values[3] + ":" + operations(values, vertices));
        boolean counted = counts.parameters(module) == Long.parseLong(values[4 + vertices]);
        boolean named = row++ % HASHED != 0 || hasher.hash(module).equals(values[1]);
        if (!counted || !named) {
          wrong.add(line);
        }
        keys.add(ModuleKey.of(module));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(keys).hasSize(423_624);
    assertThat(new Nb101Enumeration(7).modules().map(ModuleKey::of).allMatch(keys::contains))
        .isTrue();
  }

  private static String operations(String[] values, int vertices) {
    return String.join(",", Arrays.asList(values).subList(4, 4 + vertices));
  }

  private static BufferedReader open() throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(
                Files.newInputStream(RealData.file("nb101/nb101_test108_mean.csv.gz"))),
            StandardCharsets.US_ASCII));
  }
}
