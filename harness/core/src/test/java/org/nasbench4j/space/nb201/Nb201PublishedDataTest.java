package org.nasbench4j.space.nb201;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.nasbench4j.RealData;

/** The space against the published table, row by row. */
class Nb201PublishedDataTest {
  private static final Map<String, NetworkShape> SHAPES =
      Map.of(
          "c10", NetworkShape.published(10, 32),
          "c100", NetworkShape.published(100, 32),
          "in16", NetworkShape.published(120, 16));

  private final Nb201Space space = new Nb201Space();

  @Test
  void everyPublishedCellHasItsIndexTextAndDigits() throws IOException {
    assertThat(rows())
        .allSatisfy(
            row -> {
              Nb201Cell cell = space.architecture(Integer.parseInt(row.get("index")));
              assertThat(cell.text()).isEqualTo(row.get("arch_str"));
              assertThat(cell.digits()).isEqualTo(row.get("ops"));
            });
  }

  @Test
  void everyPublishedCellIsInTheClassOfItsFirstIsomorph() throws IOException {
    Nb201Classes classes = new Nb201Classes(space);

    assertThat(rows())
        .allSatisfy(
            row -> {
              Nb201Cell cell = space.parse(row.get("ops"));
              assertThat(classes.representative(classes.classOf(cell)))
                  .isEqualTo(space.parse(row.get("isomorph")));
            });
  }

  @Test
  void everyPublishedNetworkHasTheCountedSizeAndWork() throws IOException {
    List<Row> rows = rows();

    SHAPES.forEach(
        (dataset, shape) -> {
          Nb201Counts counts = new Nb201Counts(shape);
          assertThat(rows)
              .allSatisfy(
                  row -> {
                    Nb201Cell cell = space.parse(row.get("ops"));
                    assertThat(counts.parameters(cell))
                        .isEqualTo(units(row, dataset + "_params_M"));
                    assertThat(counts.flops(cell))
                        .isEqualTo(units(row, dataset + "_flops_M_formula"));
                  });
        });
  }

  private static long units(Row row, String column) {
    return Math.round(Double.parseDouble(row.get(column)) * 1e6);
  }

  private static List<Row> rows() throws IOException {
    try (InputStream file = Files.newInputStream(RealData.file("nb201/nb201_accuracies.csv.gz"));
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(file), StandardCharsets.US_ASCII))) {
      List<String> columns = List.of(lines.readLine().split(",", -1));
      List<Row> rows =
          lines.lines().map(line -> new Row(columns, List.of(line.split(",", -1)))).toList();
      assertThat(rows).hasSize(15_625);
      return rows;
    }
  }

  private record Row(List<String> columns, List<String> values) {
    String get(String column) {
      return values.get(columns.indexOf(column));
    }
  }
}
