package org.nasbench4j.reports.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.reports.TinyStudy;
import org.nasbench4j.reports.model.Anytime;
import org.nasbench4j.reports.model.Axis;
import org.nasbench4j.reports.model.MethodResult;
import org.nasbench4j.reports.model.PaperTable;
import org.nasbench4j.reports.model.Report;
import org.nasbench4j.reports.model.TargetReport;
import org.nasbench4j.stats.Interval;
import org.nasbench4j.study.RunRecord;
import org.nasbench4j.study.RunRecord.Stop;
import org.nasbench4j.study.StudyHeader;

/** Numbers computed by hand from the steps that {@link TinyStudy} lists. */
class StudyReportTest {
  @TempDir private Path folder;
  private Report report;
  private TargetReport cifar10;

  @BeforeEach
  void readTinyStudy() throws IOException {
    report = StudyReport.of(TinyStudy.write(folder));
    cifar10 = report.tasks().get(0).targets().get(0);
  }

  private MethodResult evolve() {
    return cifar10.methods().get(0);
  }

  private MethodResult random() {
    return cifar10.methods().get(1);
  }

  @Test
  void summarisesTheAnswersNotTheLastIncumbents() {
    // The second random run's last incumbent has 86 and 89; its answer has 84 and 90.
    assertThat(random().answers().valid().percent().mean()).isEqualTo((85 + 84) / 2.0);
    assertThat(random().answers().test().percent().mean()).isEqualTo((88 + 90) / 2.0);
  }

  @Test
  void dividesTheDeviationByOneLessThanTheRuns() {
    // 94.5 and 95: squared deviations 2 × 0.0625, divided by 1.
    assertThat(evolve().answers().test().percent().sampleDeviation().orElseThrow())
        .isCloseTo(Math.sqrt(0.125), within(1e-12));
  }

  @Test
  void fewRunsHaveStudentsInterval() {
    // 94.75 ± t × 0.3536 / sqrt(2), with t = 12.706 for one degree of freedom.
    Interval interval = evolve().answers().test().meanInterval().orElseThrow();
    assertThat(interval.low()).isEqualTo(94.75 - 12.7062 * 0.25, within(1e-3));
    assertThat(interval.high()).isEqualTo(94.75 + 12.7062 * 0.25, within(1e-3));
  }

  @Test
  void keepsSearchRegretAndUnavoidableRegretApart() {
    // Answers have test 94.5 and 95, the best by validation 94.5, the optimum 95.
    assertThat(cifar10.unavoidableRegret()).isEqualTo(0.5);
    assertThat(evolve().regrets().search().min()).isEqualTo(-0.5);
    assertThat(evolve().regrets().search().mean()).isEqualTo(-0.25);
    assertThat(evolve().regrets().test().mean()).isEqualTo(0.25);
    assertThat(evolve().regrets().valid().mean()).isEqualTo(0.5);
  }

  @Test
  void countsTheRunsWhoseAnswerIsOptimal() {
    assertThat(evolve().found()).isEqualTo(new MethodResult.Found(0.5, 0.5));
    assertThat(random().found()).isEqualTo(new MethodResult.Found(0, 0));
  }

  @Test
  void readsEveryRunAsAStepFunction() {
    Anytime seconds = evolve().anytime().get(0);

    assertThat(seconds.axis()).isEqualTo(Axis.SECONDS);
    // From 20 on both runs have an incumbent; 25, 40, 45 and 50 are stamps of the task at which
    // nothing changes here.
    assertThat(seconds.points())
        .extracting(Anytime.Point::x)
        .containsExactly(20., 25., 30., 35., 40., 45., 50.);
    assertThat(seconds.points())
        .extracting(point -> point.validRegret().mean())
        .containsExactly(3., 3., 1., .5, .5, .5, .5);
    assertThat(seconds.points())
        .extracting(point -> point.testRegret().mean())
        .containsExactly(3.5, 3.5, 1.25, .25, .25, .25, .25);
  }

  @Test
  void endsACurveWithTheLastRunOfItsMethod() {
    // The random runs end at 45 and 25 seconds; the other method goes on until 50.
    assertThat(random().anytime().get(0).points())
        .extracting(Anytime.Point::x)
        .containsExactly(15., 20., 25., 30., 35., 40., 45.);
  }

  @Test
  void measuresProgressInEvaluationsToo() {
    Anytime evaluations = evolve().anytime().get(1);

    assertThat(evaluations.axis()).isEqualTo(Axis.EVALUATIONS);
    assertThat(evaluations.points()).extracting(Anytime.Point::x).containsExactly(1., 2., 3., 4.);
    assertThat(evaluations.points())
        .extracting(point -> point.testRegret().mean())
        .containsExactly(3.5, 2.5, .25, .25);
  }

  @Test
  void spreadsTheBandByQuantilesOfTypeSeven() {
    Anytime.Band first = evolve().anytime().get(0).points().get(0).testRegret();

    // Two runs, 2 and 5 points: the quantile at p is 2 + 3 p.
    assertThat(first)
        .usingRecursiveComparison()
        .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1, Double.class)
        .isEqualTo(new Anytime.Band(3.5, 2.15, 2.75, 3.5, 4.25, 4.85));
  }

  @Test
  void hasNoAxisOfSecondsWhereNothingCostAny() {
    assertThat(report.tasks().get(1).targets().get(0).methods())
        .allSatisfy(
            method ->
                assertThat(method.anytime())
                    .extracting(Anytime::axis)
                    .containsExactly(Axis.EVALUATIONS));
  }

  @Test
  void turnsTheExpectationOfRandomSearchIntoRegret() {
    assertThat(cifar10.randomSearch())
        .containsExactly(
            new TargetReport.Expectation(1, 12, 11), new TargetReport.Expectation(3, 6, 5.5));
  }

  @Test
  void namesTheBestAndThoseThatTheRunsDoNotTellApart() {
    assertThat(cifar10.verdict().method()).isEqualTo(TinyStudy.EVOLVE);
    assertThat(cifar10.verdict().test().text()).isEqualTo("94.75 ± 0.35");
    assertThat(cifar10.verdict().testRegret()).isEqualTo("0.25");
    assertThat(cifar10.verdict().unavoidable()).isEqualTo("0.50");
    // 5.75 points apart, but Welch's interval of two runs each is ± 13.1.
    assertThat(cifar10.verdict().rivals()).containsExactly(TinyStudy.RANDOM);
    assertThat(cifar10.verdict().undecided()).isEmpty();
  }

  @Test
  void countsWhyRunsEnded() {
    assertThat(report.tasks().get(0).spending().get(1).stops())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Stop.BUDGET,
                1L,
                Stop.OVERSHOOT,
                1L,
                Stop.STALLED,
                0L,
                Stop.FINISHED,
                0L,
                Stop.CAPPED,
                0L));
  }

  @Test
  void neverPutsAStampedTaskNextToAnHonestOne() {
    assertThat(report.tables()).hasSize(2);
    assertThat(report.tables().get(0).notes()).isEmpty();
    assertThat(report.tables().get(1).notes()).containsExactly(TinyStudy.STAMP);
  }

  @Test
  void marksTheHighestMeanInATable() {
    PaperTable.Row evolve = report.tables().get(0).methods().get(0);
    PaperTable.Row random = report.tables().get(0).methods().get(1);

    assertThat(evolve.cells())
        .containsExactly(
            new PaperTable.Pair(
                new PaperTable.Cell("91.50", "0.71", true),
                new PaperTable.Cell("94.75", "0.35", true)));
    assertThat(random.cells().get(0).test().best()).isFalse();
  }

  @Test
  void givesASecondTaskOnTheSameDataSetATableOfItsOwn() throws IOException {
    StudyHeader.Task again =
        new StudyHeader.Task(
            "again",
            "another signal",
            "80 seconds",
            "charge",
            12.5,
            TinyStudy.cifar10().targets(),
            List.of(),
            List.of());
    List<RunRecord> runs =
        Stream.of("cifar10", "again")
            .flatMap(task -> TinyStudy.runs().stream().limit(4).map(run -> renamed(run, task)))
            .toList();
    Report two =
        StudyReport.of(
            TinyStudy.write(
                folder.resolve("two"), TinyStudy.header(2, TinyStudy.cifar10(), again), runs));

    assertThat(two.tables()).hasSize(2);
    assertThat(two.tables().get(1).columns())
        .containsExactly(new PaperTable.Column("again: cifar10", "80 seconds"));
  }

  private static RunRecord renamed(RunRecord run, String task) {
    return new RunRecord(
        task,
        run.method(),
        run.run(),
        run.stop(),
        run.evaluations(),
        run.ledger(),
        run.trials(),
        run.incumbents(),
        run.recommendation());
  }

  @Test
  void reportsASingleRunWithoutADeviation() throws IOException {
    Report single =
        StudyReport.of(
            TinyStudy.write(
                folder.resolve("single"),
                TinyStudy.header(1, TinyStudy.cifar10()),
                TinyStudy.runs().stream()
                    .filter(run -> run.task().equals("cifar10") && run.run() == 0)
                    .toList()));

    assertThat(single.tables().get(0).methods().get(0).cells().get(0).test().text())
        .isEqualTo("94.50");
  }
}
