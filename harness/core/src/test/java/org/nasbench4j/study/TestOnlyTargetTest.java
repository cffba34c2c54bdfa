package org.nasbench4j.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.nasbench4j.search.TinySpace;
import org.nasbench4j.table.ArrayTable;
import org.nasbench4j.table.MissingRecordException;

/** Studies on a table that holds nothing but test accuracy. */
class TestOnlyTargetTest {
  private static final ArrayTable TABLE =
      ArrayTable.of(TinySpace.of(3)).withAccuracy("cifar10-40k:test:108", 100, 50, 70, 60);

  private static Study study(String search, String report) {
    return Study.of(
        """
        name: test only
        table: array
        runs: 2
        allow-test-objective: true
        tasks: { name: t, search: '%s', report: '%s', budget: 4 evaluations }
        methods: random
        """
            .formatted(search, report),
        TABLE,
        Studies.METHODS,
        Studies.NO_PROXIES);
  }

  @Test
  void whatIsMissingIsNamedTogetherWithTheWayOut() {
    assertThatExceptionOfType(MissingRecordException.class)
        .isThrownBy(() -> study("cifar10-40k:valid:108", "cifar10-40k:test:108"))
        .withMessageContaining("(t)")
        .withMessageContaining("cifar10-40k:valid:108")
        .withMessageContaining("no validation accuracy at all")
        .withMessageContaining("allow-test-objective: true");
    assertThatExceptionOfType(MissingRecordException.class)
        .isThrownBy(() -> study("cifar10-40k:test:108", "cifar10-40k:108"))
        .withMessageContaining("cifar10-40k:valid:108");
  }

  @Test
  void aReportWithoutValidationSaysSo() {
    Target target = Target.parse("cifar10-40k:test:108");
    assertThat(target.hasValidation()).isFalse();
    assertThat(Target.parse("cifar10-40k:108").hasValidation()).isTrue();
    Study study = study("cifar10-40k:test:108", "cifar10-40k:test:108");
    StudyHeader.Task task = study.header(Studies.PROVENANCE).tasks().get(0);
    assertThat(task.stamps())
        .anySatisfy(stamp -> assertThat(stamp).contains("optimised test images"))
        .anySatisfy(stamp -> assertThat(stamp).contains("reports no validation accuracy"));
    assertThat(task.targets().get(0).bestTest().percent()).isEqualTo(70);
  }
}
