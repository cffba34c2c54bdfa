package org.nasbench4j.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nasbench4j.study.StudyFolder;

/** Calls each benchmark as JMH does, once: not how long it takes, but that it does its work. */
class BenchmarksTest {
  private static final OpenedTable OPENED = new OpenedTable();

  @BeforeAll
  static void open() throws IOException {
    OPENED.open();
  }

  @AfterAll
  static void delete() throws IOException {
    OPENED.delete();
  }

  @Test
  void openingAnswersAFirstQuestion() throws IOException {
    OpenTableBenchmark benchmark = new OpenTableBenchmark();
    benchmark.write();

    assertThat(benchmark.open().rows()).isEqualTo(15_625);
    assertThat(benchmark.openAndAsk()).isBetween(0., 100.);
    benchmark.delete();
  }

  @Test
  void bothWaysToAskGiveTheSameAnswers() {
    QueryBenchmark byRow = new QueryBenchmark();
    QueryBenchmark byArchitecture = new QueryBenchmark();
    byRow.draw(OPENED);
    byArchitecture.draw(OPENED);

    for (int i = 0; i < QueryBenchmark.DRAWS + 1; i++) {
      assertThat(byRow.byRow()).isEqualTo(byArchitecture.byArchitecture()).isBetween(0., 100.);
    }
  }

  @Test
  void oneSeedIsAskedOnlyWhereItExists() {
    QueryBenchmark benchmark = new QueryBenchmark();
    benchmark.seeds = "999";
    benchmark.draw(OPENED);

    for (int i = 0; i < QueryBenchmark.DRAWS; i++) {
      assertThat(benchmark.byRow()).isBetween(0., 100.);
    }
  }

  @Test
  void aScanReadsAllDataSets() {
    ScanBenchmark benchmark = new ScanBenchmark();
    benchmark.resolve(OPENED);

    // Mean quality 2/3 of 92, 73 and 47 percent.
    assertThat(benchmark.scan() / 15_625).isBetween(138., 145.);
  }

  @Test
  void tauIsThatOfCorrelatedScores() {
    KendallTauBenchmark benchmark = new KendallTauBenchmark();
    benchmark.draw();

    assertThat(benchmark.tauB()).isBetween(0.8, 0.999);
  }

  @Test
  void aStudyIsRunToItsEndAndCleanedUp() throws IOException {
    StudyBenchmark benchmark = new StudyBenchmark();
    benchmark.resolve(OPENED);
    benchmark.makeFolder();

    Path folder = benchmark.hundredRuns();

    assertThat(new StudyFolder(folder).isFinished()).isTrue();
    benchmark.deleteFolder();
    assertThat(folder).doesNotExist();
  }
}
