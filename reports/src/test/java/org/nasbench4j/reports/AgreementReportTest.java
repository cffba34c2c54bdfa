package org.nasbench4j.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.reports.assembly.StudyReport;
import org.nasbench4j.reports.format.Headlines;
import org.nasbench4j.study.StudyFolder;

class AgreementReportTest {
  private static final String AGREEMENTS =
      """
      "agreements" : [
        {"measure" : "params", "test" : "t", "architectures" : 15625, "tau" : -0.25, "low" : -0.5, "high" : 0.125},
        {"measure" : "rmi-fast", "test" : "t", "architectures" : 15625, "tau" : 0.5, "low" : 0.25, "high" : 0.75}],
      "provenance\"""";

  @TempDir private Path folder;

  private StudyFolder study() throws IOException {
    TinyStudy.write(folder.resolve("study"));
    Path header = folder.resolve("study/study.json");
    Files.writeString(header, Files.readString(header).replaceFirst("\"provenance\"", AGREEMENTS));
    return new StudyFolder(folder.resolve("study"));
  }

  private Path reported() throws IOException {
    Path out = folder.resolve("out");
    List<Path> files = ReportWriter.write(study(), out);
    assertThat(files).contains(out.resolve("agreements.csv"));
    return out;
  }

  @Test
  void agreementsStandInCsvAndJson() throws IOException {
    Path out = reported();
    assertThat(Files.readAllLines(out.resolve("agreements.csv")))
        .containsExactly(
            "measure,test_measure,architectures,tau_b,tau_b_ci95_low,tau_b_ci95_high",
            "params,t,15625,-0.25,-0.5,0.125",
            "rmi-fast,t,15625,0.5,0.25,0.75");
    assertThat(Files.readString(out.resolve("report.json"))).contains("\"agreements\"", "\"tau\"");
  }

  @Test
  void thePageShowsTheBestFirstWithAPictureOfEach() throws IOException {
    String page = Files.readString(reported().resolve("report.html"));
    assertThat(page).contains("<td>15,625</td>", "−0.250", "0.250 – 0.750", ", agreements.csv");
    String section = page.substring(page.indexOf("Agreement with test accuracy"));
    assertThat(section.indexOf("rmi-fast")).isLessThan(section.indexOf("params"));
    // -1 is drawn at 5, 1 at 195
    assertThat(section).contains("<circle cx=\"147.5\"", "<circle cx=\"76.3\"", "M123.8 8H171.3");
  }

  @Test
  void headlinesAreTheVerdictsWithTheirStampsAndTheMeasuresInTheOrderOfTheirTau()
      throws IOException {
    assertThat(Headlines.of(StudyReport.of(study())))
        .satisfiesExactly(
            cifar10 ->
                assertThat(cifar10)
                    .startsWith("cifar10: best mean test accuracy by ")
                    .contains("points below the optimum")
                    .doesNotContain(TinyStudy.STAMP),
            cifar100 -> assertThat(cifar100).startsWith("cifar100").endsWith(" " + TinyStudy.STAMP),
            tau ->
                assertThat(tau)
                    .isEqualTo("Kendall's tau-b with t: rmi-fast 0.500, params -0.250."));
  }

  @Test
  void aStudyThatCorrelatesNothingHasNoSuchSection() throws IOException {
    Path out = folder.resolve("plain");
    List<Path> files = ReportWriter.write(TinyStudy.write(folder.resolve("study")), out);
    assertThat(files).doesNotContain(out.resolve("agreements.csv"));
    assertThat(Files.readString(out.resolve("report.html"))).doesNotContain("Agreement with");
    assertThat(Files.readString(out.resolve("report.json"))).doesNotContain("agreements");
  }
}
