package org.nasbench4j.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.reports.assembly.StudyReport;
import org.nasbench4j.reports.model.Anytime;
import org.nasbench4j.reports.model.Axis;
import org.nasbench4j.reports.model.TargetReport;
import org.nasbench4j.reports.model.Verdict;

/** Reports of a method that learns by its own work, with fewer runs than the others. */
class LearnerReportTest {
  @TempDir private Path folder;

  private TargetReport target(double... tests) throws IOException {
    return StudyReport.of(LearnerStudy.write(folder.resolve("study"), tests))
        .tasks()
        .get(0)
        .targets()
        .get(0);
  }

  private Path written(double... tests) throws IOException {
    Path out = folder.resolve("out");
    ReportWriter.write(LearnerStudy.write(folder.resolve("study"), tests), out);
    return out;
  }

  @Test
  void itsCurveByLooksReachesTheLastLook() throws IOException {
    Anytime looks = curve(target(93, 94, 95, 92), Axis.EVALUATIONS);
    assertThat(looks.points())
        .extracting(Anytime.Point::x)
        .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0);
    assertThat(looks.points().get(4).testRegret().mean()).isEqualTo(95 - 93.5);
  }

  @Test
  void itHasNoCurveBySimulatedSeconds() throws IOException {
    TargetReport target = target(93, 94, 95, 92);
    assertThat(curve(target, Axis.SECONDS).points()).isEmpty();
    assertThat(target.methods().get(0).anytime())
        .filteredOn(anytime -> anytime.axis() == Axis.SECONDS)
        .allSatisfy(
            anytime ->
                assertThat(anytime.points())
                    .extracting(Anytime.Point::x)
                    .containsExactly(10.0, 40.0));
  }

  @Test
  void thePageBeginsWithTheAxisThatHasAllMethods() throws IOException {
    assertThat(written(93, 94, 95, 92).resolve("report.html"))
        .content()
        .contains(
            "<select name=\"axis\"><option value=\"evaluations\">evaluations</option>"
                + "<option value=\"seconds\">");
  }

  private static Anytime curve(TargetReport target, Axis axis) {
    return target.methods().get(1).anytime().stream()
        .filter(anytime -> anytime.axis() == axis)
        .findFirst()
        .orElseThrow();
  }

  /** 94.2 ± 0.12 from forty runs; 93.5 ± 1.3 from four, whose interval is ± 2.1. */
  @Test
  void fewRunsAreNotToldApartByLuck() throws IOException {
    Verdict verdict = target(93, 94, 95, 92).verdict();
    assertThat(verdict.method()).isEqualTo(TinyStudy.EVOLVE);
    assertThat(verdict.rivals()).containsExactly(LearnerStudy.LEARNER);
  }

  @Test
  void fewRunsAreToldApartByMuch() throws IOException {
    Verdict verdict = target(71, 72, 71, 70).verdict();
    assertThat(verdict.rivals()).isEmpty();
    assertThat(verdict.undecided()).isEmpty();
  }

  @Test
  void fewRunsWithoutSpreadDecideNothing() throws IOException {
    TargetReport target = target(71, 71, 71, 71);
    assertThat(target.verdict().rivals()).isEmpty();
    assertThat(target.verdict().undecided()).containsExactly(LearnerStudy.LEARNER);
    assertThat(target.methods().get(1).answers().test().meanInterval()).isEmpty();
    assertThat(written(71, 71, 71, 71).resolve("report.html"))
        .content()
        .contains("too few runs, or no spread in them, to tell apart: learner.");
  }

  @Test
  void manyRunsAreComparedByTheirBootstraps() throws IOException {
    assertThat(written(DoubleStream.iterate(94.2, test -> test).limit(40).toArray()))
        .satisfies(
            out ->
                assertThat(out.resolve("report.html"))
                    .content()
                    .contains("; its 95 % bootstrap interval overlaps that of "));
  }

  @Test
  void manyRunsFarApartDoNotOverlap() throws IOException {
    assertThat(written(DoubleStream.iterate(71, test -> test + 0.1).limit(40).toArray()))
        .satisfies(
            out ->
                assertThat(out.resolve("report.html"))
                    .content()
                    .contains("; no other method’s 95 % bootstrap interval overlaps."));
  }

  @Test
  void itsSecondsStandInAColumnOfTheirOwnWithWhatTheyWereMeasuredOn() throws IOException {
    Path out = written(93, 94, 95, 92);
    List<String> runs = Files.readAllLines(out.resolve("runs.csv"));
    assertThat(runs.get(0)).contains(",simulated_training_seconds,proxy_seconds,own_seconds,");
    assertThat(runs.get(1)).contains(",4,40,0,0,finished,");
    assertThat(runs.get(41)).contains(",5,0,0,35,finished,method,");
    assertThat(out.resolve("summary.csv")).content().contains("own_seconds_mean");
    assertThat(out.resolve("report.html"))
        .content()
        .contains("<th scope=\"col\">Own work, s</th>", "<td>35.0</td>")
        .contains("learner: reduced on cpu.", "No curve by seconds: learner.");
    assertThat(out.resolve("report.json"))
        .content()
        .contains("\"ownSeconds\"", "\"ownWork\" : \"reduced on cpu\"", "\"runs\" : 4");
  }

  @Test
  void everyFormatSaysThatItHasFewerRuns() throws IOException {
    Path out = written(93, 94, 95, 92);
    assertThat(out.resolve("report.html"))
        .content()
        .contains("40 runs each (learner: 4)", "of 40 runs (learner: 4). Bold");
    assertThat(out.resolve("table.tex")).content().contains("40 runs (learner: 4); bold");
    assertThat(Files.readAllLines(out.resolve("summary.csv")).get(2))
        .startsWith("cifar10,cifar10,learner,4,");
  }

  @Test
  void aMissingRunOfItIsMissed() throws IOException {
    LearnerStudy.write(folder.resolve("study"), 93, 94, 95, 92);
    Path runs = folder.resolve("study").resolve("runs.jsonl");
    List<String> lines = Files.readAllLines(runs);
    Files.write(runs, lines.subList(0, 43));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> StudyReport.of(new org.nasbench4j.study.StudyFolder(folder.resolve("study"))))
        .withMessageContaining("3 runs of (learner)")
        .withMessageContaining("4 were planned");
  }
}
