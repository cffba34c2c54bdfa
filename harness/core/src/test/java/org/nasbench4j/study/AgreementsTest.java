package org.nasbench4j.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nasbench4j.stats.KendallTau;
import org.nasbench4j.study.StudyHeader.Agreement;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.ArrayTable;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Query;

class AgreementsTest {
  private static final AccuracyColumn TEST =
      Studies.TABLE.accuracy(Query.parse("cifar10:test:200:mean"));
  private static final ArrayTable TABLE = table();

  private static ArrayTable table() {
    int rows = Studies.TABLE.rows();
    double[] half = new double[rows];
    double[] constant = new double[rows];
    // The first half of the rows, upside down.
    Arrays.setAll(half, row -> row < rows / 2 ? -TEST.value(row) : Double.NaN);
    return Studies.TABLE.withColumn("half", half).withColumn("constant", constant);
  }

  private static StudyHeader header(String plan) {
    return Study.of(plan, TABLE, Studies.METHODS, Studies.NO_PROXIES).header(Studies.PROVENANCE);
  }

  @Test
  void everyMeasureIsHeldAgainstEveryFinalTestAccuracyOnce() {
    StudyHeader header = header(Studies.PLAN + "correlate: [score, 'cifar10:valid:12']\n");
    assertThat(header.setup().agreements())
        .extracting(a -> a.measure() + " " + a.test())
        .containsExactly(
            "score cifar10-all:test:200:mean",
            "score cifar100:test:200:mean",
            "cifar10-half:valid:12:mean cifar10-all:test:200:mean",
            "cifar10-half:valid:12:mean cifar100:test:200:mean");
    Agreement first = header.setup().agreements().get(2);
    AccuracyColumn valid = TABLE.accuracy(Query.parse("cifar10:valid:12:mean"));
    double tau = KendallTau.tauB(values(valid), values(TEST));
    assertThat(first.tau()).isEqualTo(tau);
    assertThat(first.architectures()).isEqualTo(TABLE.rows());
    assertThat(tau).isBetween(first.low(), first.high());
  }

  private static double[] values(AccuracyColumn column) {
    return IntStream.range(0, column.rows()).mapToDouble(column::value).toArray();
  }

  @Test
  void onlyArchitecturesThatHaveBothCount() {
    Agreement half =
        header(Studies.PLAN + "correlate: [half]\n").setup().agreements().stream()
            .filter(a -> a.test().startsWith("cifar10-all"))
            .findFirst()
            .orElseThrow();
    assertThat(half.architectures()).isEqualTo(TABLE.rows() / 2);
    assertThat(half.tau()).isEqualTo(-1);
  }

  @Test
  void theHeaderComesBackAsItWasAndWithoutAgreementsKeepsItsBytes() throws IOException {
    StudyHeader header = header(Studies.PLAN + "correlate: [score]\n");
    assertThat(header).isEqualTo(header(Studies.PLAN + "correlate: [score]\n"));
    assertThat(Json.header(Json.of(header), Path.of("study.json"))).isEqualTo(header);
    StudyHeader plain = header(Studies.PLAN);
    assertThat(new String(Json.of(plain), StandardCharsets.UTF_8)).doesNotContain("agreements");
    assertThat(Json.header(Json.of(plain), Path.of("study.json"))).isEqualTo(plain);
  }

  @Test
  void mistakesAreFoundBeforeTheFirstRun() {
    assertThatExceptionOfType(MissingRecordException.class)
        .isThrownBy(() -> header(Studies.PLAN + "correlate: [socre]\n"))
        .withMessageContaining("score");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> header(Studies.PLAN + "correlate: [constant]\n"))
        .withMessageContainingAll("(constant)", "the same everywhere");
    assertThat(List.of(header(Studies.PLAN).setup().agreements())).containsExactly(List.of());
  }
}
