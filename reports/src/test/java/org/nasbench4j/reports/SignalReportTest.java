package org.nasbench4j.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.reports.assembly.StudyReport;
import org.nasbench4j.reports.model.Report;
import org.nasbench4j.reports.model.SignalReport;
import org.nasbench4j.reports.model.SignalReport.Row;
import org.nasbench4j.study.StudyFolder;

/** Methods with and without proxies, side by side in every format. */
class SignalReportTest {
  @TempDir private Path folder;
  private Path out = Path.of("");
  private Report report = new Report(TinyStudy.header(1), List.of(), List.of(), List.of());

  @BeforeEach
  void writeTheReport() throws IOException {
    StudyFolder study = SignalStudy.write(folder.resolve("study"));
    report = StudyReport.of(study);
    out = folder.resolve("out");
    ReportWriter.write(study, out);
  }

  private String text(String file) throws IOException {
    return Files.readString(out.resolve(file));
  }

  @Test
  void everyMethodStandsOnEverySignal() {
    SignalReport task = report.signals().get(0);
    assertThat(task.task()).isEqualTo("cifar10");
    assertThat(task.signals()).containsExactly("none", SignalStudy.PROXY);
    assertThat(task.comparisons().get(0).rows())
        .extracting(Row::method, Row::signal, Row::testMean)
        .containsExactly(
            tuple(TinyStudy.EVOLVE, "none", 90.5),
            tuple(TinyStudy.EVOLVE, SignalStudy.PROXY, 94.5),
            tuple(TinyStudy.RANDOM, "none", 90.0),
            tuple(TinyStudy.RANDOM, SignalStudy.PROXY, 90.0));
  }

  @Test
  void aDifferenceIsToTheSameMethodOnItsOwnSignal() {
    List<Row> rows = report.signals().get(0).comparisons().get(0).rows();
    assertThat(rows.get(0).difference()).isEmpty();
    assertThat(rows.get(1).difference())
        .hasValueSatisfying(
            difference -> {
              assertThat(difference.points()).isEqualTo(4);
              assertThat(difference.isSeparated()).isTrue();
            });
    assertThat(rows.get(3).difference())
        .hasValueSatisfying(difference -> assertThat(difference.isSeparated()).isFalse());
  }

  @Test
  void secondsOfTrainingAndOfProxiesStandInSeparateColumns() throws IOException {
    List<String> lines = Files.readAllLines(out.resolve("signals.csv"));
    assertThat(lines.get(0))
        .endsWith("simulated_training_seconds_mean,proxy_seconds_mean,own_seconds_mean,stamps");
    assertThat(lines.get(1)).contains(",4,40,0,0,");
    assertThat(lines.get(2)).contains(",5,0,2.5,0,");
    assertThat(lines.get(4)).contains(",5,20,2.5,0,");
    assertThat(text("report.html"))
        .contains("Simulated training, s", "Proxies, s", "<td>20.0</td><td>2.5</td>");
  }

  @Test
  void bothSignalsShareAChartAlongEachAxis() throws IOException {
    String page = text("report.html");
    assertThat(page)
        .contains("With and without proxies: cifar10")
        .contains("id=\"signals-0-evaluations\"", "id=\"signals-0-seconds\"")
        .contains("\"name\":\"m0.s0\"", "\"name\":\"m0.s1\"", "\"name\":\"m1.s1\"")
        .contains("data-line=\"s0\"", "data-line=\"s1\"");
  }

  @Test
  void theOtherFormatsSayTheSame() throws IOException {
    assertThat(text("table.tex"))
        .contains("rmi\\_fast", "{\\boldmath$+4.00$}", "& 5.0 & 20.0 & 2.5");
    JsonNode json = new JsonMapper().readTree(text("report.json")).path("signals").path(0);
    assertThat(json.path("task").asText()).isEqualTo("cifar10");
    JsonNode row = json.path("targets").path(0).path("methods").path(1);
    assertThat(row.path("testDifferencePoints").path("mean").asDouble()).isEqualTo(4);
    assertThat(row.path("testDifferencePoints").path("separated").asBoolean()).isTrue();
    assertThat(row.path("meanProxySeconds").asDouble()).isEqualTo(2.5);
  }

  @Test
  void variantsDoNotShareATable() {
    assertThat(report.tables()).hasSize(2);
  }

  @Test
  void aStudyWithoutProxiesHasNone() throws IOException {
    Path plain = folder.resolve("plain");
    ReportWriter.write(TinyStudy.write(folder.resolve("other")), plain);
    assertThat(plain.resolve("signals.csv")).doesNotExist();
    assertThat(Files.readString(plain.resolve("report.html"))).doesNotContain("With and without");
  }
}
