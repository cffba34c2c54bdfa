package org.nasbench4j.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.nasbench4j.table.ArrayTable;

class CopiesCheckTest {
  private static ArrayTable with(
      ArrayTable table, String query, int images, IntUnaryOperator count) {
    return table.withAccuracy(query, images, Examined.counts(table, count));
  }

  private static List<Finding> found(ArrayTable table) {
    return Examined.by(new CopiesCheck(), table);
  }

  private static ArrayTable halves() {
    ArrayTable valid = with(Examined.table(), "cifar100:valid:200:777", 5_000, row -> 3_000 + row);
    return with(valid, "cifar100:test:200:777", 5_000, row -> 3_010 + row);
  }

  @Test
  void splitsOfTheirOwnThatAddUpAreFine() {
    ArrayTable table =
        with(halves(), "cifar100:valid+test:200:777", 10_000, row -> 6_010 + 2 * row);
    assertThat(found(table)).isEmpty();
  }

  @Test
  void testThatRepeatsValidationIsAnError() {
    ArrayTable valid = with(Examined.table(), "cifar100:valid:200", 5_000, row -> 3_000 + row);
    ArrayTable both = with(valid, "cifar100:test:200", 10_000, row -> 6_000 + 2 * row);
    assertThat(found(both))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.subject()).isEqualTo("cifar100:valid:200 and cifar100:test:200");
              assertThat(finding.found().count()).isEqualTo(40);
            });
  }

  @Test
  void equalSplitsOfDifferentSchedulesAreAnotherMatter() {
    ArrayTable valid = with(Examined.table(), "cifar100:valid:12", 5_000, row -> 3_000 + row);
    assertThat(found(with(valid, "cifar100:test:200", 5_000, row -> 3_000 + row))).isEmpty();
  }

  @Test
  void halvesThatDoNotAddUpAreAWarning() {
    ArrayTable table =
        with(
            halves(),
            "cifar100:valid+test:200:777",
            10_000,
            row -> 6_010 + 2 * row + (row == 4 ? 1 : 0));
    assertThat(found(table))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.found().of()).isEqualTo(40);
              assertThat(finding.found().examples())
                  .containsExactly("tiny[4] seed 777: 6018 and 6019");
            });
  }
}
