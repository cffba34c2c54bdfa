package org.nasbench4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasbench4j.RealData;
import org.nasbench4j.cli.option.Tables;
import org.nasbench4j.space.oneshot1.OneShotLayout;
import org.nasbench4j.stats.Optimum;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Fraction;
import org.nasbench4j.table.OneShotTable;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.Table;

/** The search spaces of NAS-Bench-1Shot1 in the published mean accuracies of NAS-Bench-101. */
class OneShotPublishedTest {
  private static final long IMAGES = 29_952;

  @TempDir private static Path folder;
  private static Table table;

  @BeforeAll
  static void importTable() throws IOException {
    Path source = RealData.file("nb101/nb101_test108_mean.csv.gz");
    Path file = folder.resolve("nb101.h5");
    Cli done = Cli.run("import", source, "--format", "nb101-csv", "--to", file);
    assertThat(done.exitCode()).as(done.err()).isZero();
    table = Tables.store().open(file);
  }

  // Computed from the same numbers by a script of its own.
  @ParameterizedTest
  @CsvSource({
    "SPACE_1, 1737, 49f7891fc1771926d85dfce1df854041",
    "SPACE_2, 1807, 0c6034b2f9668482453138e9d00079cf",
    "SPACE_3, 1744, a958be818a5f3d98eb5ce84f41a7764a",
  })
  void theBestModulesAreTheKnownOnes(OneShotLayout layout, int wrong, String hash) {
    OneShotTable view = OneShotTable.of(table, layout);
    AccuracyColumn accuracy = view.accuracy(Query.parse("cifar10-40k:test:108:mean"));
    double[] values = IntStream.range(0, view.rows()).mapToDouble(accuracy::value).toArray();
    Optimum best = Optimum.of(values);
    assertThat(best.indices()).hasSize(1);
    int row = best.indices().get(0);
    assertThat(accuracy.fraction(row)).isEqualTo(new Fraction(IMAGES - wrong, IMAGES));
    assertThat(view.architecture(row).canonical()).isEqualTo(hash);
  }

  @Test
  void aStudyOfASearchSpaceReportsBothRegrets() throws IOException {
    Path plan = folder.resolve("plan.yaml");
    Files.writeString(
        plan,
        """
        name: search space 1 on test accuracy
        table: nb101
        space: oneshot1-1
        runs: 5
        allow-test-objective: true
        tasks:
          - name: cifar10
            search: cifar10-40k:test:108:mean
            budget: 280 evaluations
            report: cifar10-40k:test:108
        methods:
          - random-search
          - local-search
          - {method: regularized-evolution, preset: oneshot1}
          - {method: reinforce, preset: oneshot1}
        """);
    Path study = folder.resolve("study");
    Cli ran = Cli.run("study", "run", plan, "--table", folder.resolve("nb101.h5"), "--out", study);
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(Cli.run("report", study, "--out", folder.resolve("report")).exitCode()).isZero();

    List<String> regrets = Files.readAllLines(folder.resolve("report/regrets.csv"));
    assertThat(regrets).hasSize(1 + 2 * 4);
    // 1,737 of 29,952 wrong images less 544 of 9,984: what the best mean loses to the best single
    assertThat(regrets.subList(5, 9))
        .allMatch(row -> row.contains(",regret_1shot1,"))
        .allMatch(row -> row.contains(",0.350562,"))
        .anyMatch(row -> row.contains(",regularized-evolution-oneshot1,"));
    assertThat(Files.readString(folder.resolve("report/report.html")))
        .contains("optimised test images", "regret_mean in percentage points");
  }
}
