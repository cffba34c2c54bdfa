package org.nasbench4j.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasbench4j.space.nb201.Nb201Counts;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.nb201.NetworkShape;
import org.nasbench4j.space.size.SizeSpace;
import org.nasbench4j.table.ArrayTable;

class NetworkCountsCheckTest {
  private static final Nb201Space SPACE = new Nb201Space();

  private static double[] parameters(ArrayTable table, NetworkShape shape) {
    Nb201Counts counts = new Nb201Counts(shape);
    double[] parameters = new double[table.rows()];
    for (int row = 0; row < parameters.length; row++) {
      parameters[row] = counts.parameters(SPACE.cell(table.architecture(row)));
    }
    return parameters;
  }

  private static ArrayTable cells(String query) {
    ArrayTable table = Examined.cells();
    return table.withAccuracy(query, 5_000, Examined.counts(table, row -> 3_000));
  }

  private static List<Finding> found(ArrayTable table) {
    return Examined.by(new NetworkCountsCheck(), table);
  }

  @Test
  void countsOfThePublishedNetworksAreFine() {
    ArrayTable table = cells("cifar10-all:test:200");
    table =
        table
            .withColumn("params", parameters(table, NetworkShape.published(10, 32)))
            .withColumn("params-imagenet16-120", parameters(table, NetworkShape.published(120, 16)))
            .withColumn("latency", parameters(table, NetworkShape.published(100, 32)));
    assertThat(found(table)).isEmpty();
  }

  // 129,306 parameters in NATS-Bench's genuine record of the cell with index 0.
  @Test
  void aCountThatIsNotThatOfTheCellIsAnError() {
    ArrayTable table = cells("cifar10-all:test:200");
    double[] parameters = parameters(table, NetworkShape.published(10, 32));
    parameters[table.row(SPACE.architecture(0))]++;
    assertThat(found(table.withColumn("params", parameters)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.found().examples())
                  .containsExactly("0 has 129307, by formula 129306");
            });
  }

  // 15.64737 and 113.95137 million in NATS-Bench's genuine records of the cells 0 and 11.
  @Test
  void flopsAreMillions() {
    ArrayTable table = cells("cifar10-all:test:200");
    double[] flops = new double[table.rows()];
    Arrays.fill(flops, Double.NaN);
    flops[table.row(SPACE.architecture(0))] = 15.64737;
    flops[table.row(SPACE.architecture(11))] = 113.95137;
    assertThat(found(table.withColumn("flops", flops))).isEmpty();
    flops[table.row(SPACE.architecture(11))] = 15.64737;
    assertThat(found(table.withColumn("flops", flops))).hasSize(1);
  }

  // 11,714 and 49,202 parameters in NATS-Bench's genuine records of the size space, 0 and 11.
  @Test
  void countsOfTheSizeSpaceAreItsOwn() {
    ArrayTable table = ArrayTable.of(new SizeSpace()).withRows(12);
    table = table.withAccuracy("cifar10-all:test:90", 10_000, Examined.counts(table, row -> 8_000));
    double[] parameters = new double[table.rows()];
    Arrays.fill(parameters, Double.NaN);
    parameters[0] = 11_714;
    parameters[11] = 49_202;
    assertThat(found(table.withColumn("params", parameters))).isEmpty();
    parameters[11] = 11_714;
    assertThat(found(table.withColumn("params", parameters)))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.found().examples())
                    .containsExactly("11 has 11714, by formula 49202"));
  }

  @Test
  void aProxyThatCountsAnotherWayIsAWarning() {
    ArrayTable table = cells("cifar10-all:test:200");
    double[] others = parameters(table, NetworkShape.published(100, 32));
    assertThat(found(table.withColumn("freerea-params-cifar10", others)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.found().count()).isEqualTo(15_625);
            });
  }

  @Test
  void networksOfAnotherShapeMustAgreeAmongThemselves() {
    ArrayTable table = cells("fashion-mnist-14:test:3");
    double[] parameters = parameters(table, new NetworkShape(8, 1, 10, 14));
    assertThat(found(table.withColumn("params", parameters))).isEmpty();
    parameters[table.row("000300")]++;
    assertThat(found(table.withColumn("params", parameters)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR));
  }

  @Test
  void countsOfCellsThatTheSourceItselfMarksAreAWarning() {
    ArrayTable table = Examined.table();
    double[] marks = new double[table.rows()];
    marks[5] = 1;
    assertThat(found(table.withColumn("nats-runinfo-params-anomaly", marks)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.found().examples()).containsExactly("tiny[5]"));
  }
}
