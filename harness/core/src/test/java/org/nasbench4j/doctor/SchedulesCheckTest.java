package org.nasbench4j.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.nasbench4j.table.ArrayTable;

class SchedulesCheckTest {
  private static List<Finding> found(IntUnaryOperator after12, IntUnaryOperator after200) {
    ArrayTable table = Examined.table();
    return Examined.by(
        new SchedulesCheck(),
        table
            .withAccuracy("cifar100:valid:12", 5_000, Examined.counts(table, after12))
            .withAccuracy("cifar100:valid:200", 5_000, Examined.counts(table, after200)));
  }

  @Test
  void aLongerScheduleThatIsBetterEverywhereIsFine() {
    assertThat(found(row -> 2_000 + row, row -> 3_000 + row)).isEmpty();
  }

  @Test
  void oneScheduleAloneIsFine() {
    ArrayTable table = Examined.table();
    table = table.withAccuracy("cifar100:valid:12", 5_000, Examined.counts(table, row -> 2_000));
    assertThat(Examined.by(new SchedulesCheck(), table)).isEmpty();
  }

  @Test
  void aFewBetterByTheShorterAreNoted() {
    assertThat(found(row -> row == 3 ? 3_500 : 2_000, row -> 3_000))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.NOTE);
              assertThat(finding.subject()).isEqualTo("cifar100:valid:12 and cifar100:valid:200");
              assertThat(finding.found().examples())
                  .containsExactly("tiny[3]: 70.00 % and 60.00 %");
            });
  }

  @Test
  void theShorterUnderTheNameOfTheLongerIsAnError() {
    assertThat(found(row -> 2_000 + row, row -> 2_000 + row))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.found().count()).isEqualTo(40);
              assertThat(finding.meaning()).contains("under the name of the other");
            });
  }

  @Test
  void aLongerScheduleThatIsNoBetterIsAnError() {
    assertThat(found(row -> 3_000 + row, row -> 2_000 + row))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.meaning()).contains("mixed up");
            });
  }

  @Test
  void networksThatGuessSayNothing() {
    assertThat(found(row -> 50, row -> 50)).isEmpty();
  }
}
