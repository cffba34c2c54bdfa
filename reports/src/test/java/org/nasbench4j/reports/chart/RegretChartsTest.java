package org.nasbench4j.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.reports.TinyStudy;
import org.nasbench4j.reports.assembly.StudyReport;
import org.nasbench4j.reports.model.Axis;
import org.nasbench4j.reports.model.Report;

class RegretChartsTest {
  @TempDir private Path folder;
  private JsonNode test = MissingNode.getInstance();
  private Report report = new Report(TinyStudy.header(1), List.of(), List.of(), List.of());

  @BeforeEach
  void draw() throws IOException {
    report = StudyReport.of(TinyStudy.write(folder));
    test =
        new RegretCharts()
            .figure("id", report.tasks().get(0).targets().get(0), RegretKind.TEST, 12.5);
  }

  private JsonNode series(String axis, String name) {
    for (JsonNode series : test.at("/axes/" + axis + "/option/series")) {
      if (series.path("name").asText().equals(name)) {
        return series;
      }
    }
    return MissingNode.getInstance();
  }

  @Test
  void drawsMeansAsSteps() {
    assertThat(series("seconds", "m0").path("step").asText()).isEqualTo("end");
    assertThat(series("seconds", "m0").path("data").get(2).toString())
        .isEqualTo("[30.0,1.25,1.25]");
  }

  @Test
  void drawsOnALogarithmicScaleWithTidyEdges() {
    JsonNode option = test.at("/axes/seconds/option");

    assertThat(option.at("/yAxis/type").asText()).isEqualTo("log");
    // The lowest mean is 0.25, a third of it 0.08; the highest is random sampling's 11.
    assertThat(option.at("/yAxis/min").asDouble()).isEqualTo(0.05);
    assertThat(option.at("/yAxis/max").asDouble()).isEqualTo(20);
    assertThat(option.at("/xAxis/max").asDouble()).isEqualTo(50);
  }

  @Test
  void drawsZeroOnTheLowerEdgeAndKeepsTheValue() {
    JsonNode zero =
        new RegretCharts()
            .figure("id", report.tasks().get(1).targets().get(0), RegretKind.TEST, 0)
            .at("/axes/evaluations/option/series/0/data/1");

    // At two evaluations both runs have the optimum; the lowest mean above 0 is 1.25.
    assertThat(zero.toString()).isEqualTo("[2.0,0.2,0.0]");
  }

  @Test
  void spreadsABandAroundEveryMethod() {
    JsonNode band = test.at("/axes/seconds/bands/0");

    assertThat(band.path("name").asText()).isEqualTo("m0");
    assertThat(band.path("points").get(0).toString()).isEqualTo("[20.0,2.15,2.75,4.25,4.85]");
  }

  @Test
  void putsTheExpectationOfRandomSearchAtItsMeanCost() {
    assertThat(series("seconds", "random-search").path("data").toString())
        .isEqualTo("[[12.5,11.0,11.0],[37.5,5.5,5.5]]");
    assertThat(series("evaluations", "random-search").path("data").toString())
        .isEqualTo("[[1.0,11.0,11.0],[3.0,5.5,5.5]]");
  }

  @Test
  void drawsTheUnavoidableRegretOfTestOnly() {
    JsonNode valid =
        new RegretCharts()
            .figure("id", report.tasks().get(0).targets().get(0), RegretKind.VALIDATION, 12.5);

    assertThat(series("seconds", "unavoidable").path("data").toString())
        .isEqualTo("[[15.0,0.5,0.5],[50.0,0.5,0.5]]");
    assertThat(valid.toString()).doesNotContain("unavoidable");
  }

  @Test
  void leavesOutAnUnavoidableRegretFarBelowAllMethods() {
    assertThat(keysBesideAMethodAt(2)).contains("unavoidable");
    assertThat(keysBesideAMethodAt(50)).doesNotContain("unavoidable");
  }

  private List<String> keysBesideAMethodAt(double regret) {
    RegretPlot.Line method =
        new RegretPlot.Line("m0", List.of(new double[] {1, regret}, new double[] {2, regret}));
    return RegretPlot.withLevels(
            Axis.SECONDS,
            List.of(method),
            List.of(),
            report.tasks().get(0).targets().get(0),
            RegretKind.TEST)
        .lines()
        .stream()
        .map(RegretPlot.Line::key)
        .toList();
  }

  @Test
  void bringsTheLibraryWithItsLicence() throws IOException {
    assertThat(ChartLibrary.script())
        .contains("Apache Software Foundation")
        .doesNotContain("</script");
  }
}
