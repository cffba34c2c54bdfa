package org.nasbench4j.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.budget.Budget;
import org.nasbench4j.objective.Objective;
import org.nasbench4j.objective.TableObjective;
import org.nasbench4j.table.ArrayTable;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Query;

/** Studies whose tasks are searched on their own signal and on proxies. */
class SignalsTest {
  private static final String PLAIN =
      """
      name: signals
      table: array
      runs: 3
      tasks:
        - {name: c10, search: cifar10:valid:12, budget: 60 seconds, report: cifar10:200}
        - {name: c100, search: cifar100:valid:12, budget: 9 evaluations, report: cifar100:200}
      methods: [random, climb]
      """;

  private static final ArrayTable TABLE = table();

  @TempDir private Path parent;

  private static ArrayTable table() {
    double[] seconds = new double[Studies.TABLE.rows()];
    double[] size = new double[Studies.TABLE.rows()];
    Arrays.fill(seconds, 0.5);
    Arrays.setAll(size, row -> row % 7);
    return Studies.TABLE.withColumn("score-seconds", seconds).withColumn("size", size);
  }

  private static Study study(String plan) {
    return Study.of(plan, TABLE, Studies.METHODS, Studies.NO_PROXIES);
  }

  private Path finished(String name, String plan) throws IOException {
    Path folder = parent.resolve(name);
    new StudyRunner(2, () -> 0, StudyProgress.SILENT).run(study(plan), Studies.PROVENANCE, folder);
    return folder;
  }

  private List<RunRecord> runs(String plan) throws IOException {
    List<RunRecord> runs = new ArrayList<>();
    new StudyFolder(finished("study", plan)).forEachRun(runs::add);
    return runs;
  }

  @Test
  void everyTaskIsRunOnEverySignalUnderItsOwnName() {
    StudyPlan plan = study(PLAIN + "proxies: [none, score, score+size]\n").plan();
    assertThat(plan.tasks())
        .extracting(TaskPlan::name, task -> task.search().toString())
        .containsExactly(
            tuple("c10", "cifar10-half:valid:12:mean"),
            tuple("c10+score", "score"),
            tuple("c10+score+size", "score+size"),
            tuple("c100", "cifar100:valid:12:mean"),
            tuple("c100+score", "score"),
            tuple("c100+score+size", "score+size"));
    assertThat(plan.totalRuns()).isEqualTo(36);
    assertThat(Signal.of("c10+score+size")).isEqualTo(new Signal("c10", "score+size"));
    assertThat(Signal.of("c10")).isEqualTo(new Signal("c10", Signal.NONE));
  }

  @Test
  void aProxyKeepsBudgetAndTargetsUnlessThePlanGivesItABudget() {
    TaskPlan own = study(PLAIN + "proxies: score\n").plan().tasks().get(0);
    TaskPlan given =
        study(PLAIN + "proxies: score\nproxy-budget: 7 evaluations\n").plan().tasks().get(0);
    assertThat(own.budget()).isEqualTo(new Budget.SimulatedSeconds(60));
    assertThat(own.targets())
        .extracting(target -> target.dataset().id())
        .containsExactly("cifar10");
    assertThat(given.budget()).isEqualTo(new Budget.Evaluations(7));
  }

  @Test
  void aPresetTakesProxiesToo() {
    String plan =
        """
        name: preset
        table: array
        preset: nats
        datasets: [cifar10, cifar100]
        runs: 1
        methods: random
        proxies: [none, score]
        """;
    assertThat(study(plan).plan().tasks())
        .extracting(TaskPlan::name)
        .containsExactly("cifar10", "cifar10+score", "cifar100", "cifar100+score");
  }

  @Test
  void runsOnTheOwnSignalAreThoseOfAPlanWithoutProxies() throws IOException {
    List<String> plain = Files.readAllLines(finished("plain", PLAIN).resolve("runs.jsonl"));
    List<String> both =
        Files.readAllLines(
            finished("both", PLAIN + "proxies: [none, score]\n").resolve("runs.jsonl"));
    assertThat(both).hasSize(2 * plain.size()).containsAll(plain);
  }

  @Test
  void proxySecondsStandOnTheirOwnLine() throws IOException {
    List<RunRecord> runs = runs(PLAIN + "proxies: [none, score]\n");
    assertThat(runs)
        .filteredOn(run -> run.task().equals("c10"))
        .allSatisfy(run -> assertThat(run.ledger().proxySeconds()).isZero())
        .allSatisfy(run -> assertThat(run.ledger().simulatedTrainingSeconds()).isPositive());
    assertThat(runs)
        .filteredOn(run -> run.task().equals("c10+score"))
        .allSatisfy(run -> assertThat(run.ledger()).isEqualTo(new RunRecord.Ledger(0, 60)))
        .allSatisfy(run -> assertThat(run.evaluations()).isEqualTo(120));
  }

  @Test
  void aRankSumCostsWhatIsKnownOfItsMembers() throws IOException {
    assertThat(runs(PLAIN + "proxies: [score+size]\n"))
        .filteredOn(run -> run.task().startsWith("c100"))
        .allSatisfy(run -> assertThat(run.ledger()).isEqualTo(new RunRecord.Ledger(0, 4.5)))
        .allSatisfy(run -> assertThat(run.incumbents().get(0).value()).isBetween(0.0, 2.0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 23})
  void aKilledStudyWithProxiesEndsAsAnUndisturbedOne(int killedAfter) throws IOException {
    String plan = PLAIN + "proxies: [none, score]\nverify: {top: 3}\n";
    Path undisturbed = finished("undisturbed", plan);
    Path folder = parent.resolve("killed");
    StudyProgress kill =
        (done, total) -> {
          if (done == killedAfter) {
            throw new IllegalStateException("killed");
          }
        };
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () -> new StudyRunner(1, () -> 0, kill).run(study(plan), Studies.PROVENANCE, folder));
    new StudyRunner(2, () -> 0, StudyProgress.SILENT).resume(study(plan), folder);
    assertThat(folder.resolve("runs.jsonl"))
        .hasSameBinaryContentAs(undisturbed.resolve("runs.jsonl"));
    assertThat(folder.resolve("study.json"))
        .hasSameBinaryContentAs(undisturbed.resolve("study.json"));
  }

  @Test
  void aSecondStageAnswersWithTheBestByValidationAndIsCharged() throws IOException {
    List<RunRecord> runs = runs(PLAIN + "proxies: [none, score]\nverify: {top: 4}\n");
    RunRecord plain = runs.get(0);
    assertThat(plain.recommendation().chooser()).isEqualTo(RunRecord.Chooser.INCUMBENT);
    RunRecord verified = runs.get(6);
    assertThat(verified.task()).isEqualTo("c10+score");
    assertThat(verified.recommendation().chooser()).isEqualTo(RunRecord.Chooser.VERIFICATION);
    assertThat(verified.ledger().proxySeconds()).isEqualTo(60);
    assertThat(verified.evaluations()).isEqualTo(120 + 4);
    assertThat(verified.ledger().simulatedTrainingSeconds()).isEqualTo(seconds(best(verified, 4)));
    Incumbent last = verified.incumbents().get(verified.incumbents().size() - 1);
    assertThat(last.value())
        .isEqualTo(
            best(verified, 4).stream().mapToDouble(SignalsTest::accuracy).max().orElseThrow());
    assertThat(verified.recommendation().architecture()).isEqualTo(last.architecture());
    assertThat(last.seconds())
        .isGreaterThan(60)
        .isLessThanOrEqualTo(60 + verified.ledger().simulatedTrainingSeconds());
  }

  /** The rows of the best trials, each once. */
  private static List<Integer> best(RunRecord run, int top) {
    int[] rows = run.trials().rows();
    return Arrays.stream(rows)
        .distinct()
        .boxed()
        .sorted((a, b) -> Double.compare(score(b), score(a)))
        .limit(top)
        .toList();
  }

  private static double score(int row) {
    return TABLE.column("score").value(row);
  }

  private static double accuracy(int row) {
    return TABLE.accuracy(Query.parse("cifar10:valid:12")).value(row);
  }

  private static double seconds(List<Integer> rows) {
    Objective look = TableObjective.of(TABLE, Query.parse("cifar10:valid:12"));
    double seconds = 0;
    for (int row : rows) {
      seconds += look.evaluate(TABLE.architecture(row)).seconds();
    }
    return seconds;
  }

  @Test
  void theHeaderNamesSignalAndSecondStage() {
    StudyHeader header =
        study(PLAIN + "proxies: [score]\nverify: {top: 4, by: cifar10:valid:12}\n")
            .header(Studies.PROVENANCE);
    assertThat(header.tasks())
        .extracting(StudyHeader.Task::signal)
        .containsExactly(new Signal("c10", "score"), new Signal("c100", "score"));
    assertThat(header.tasks().get(1).objective())
        .isEqualTo(
            "score (stored), cost: its seconds; then the best 4 by cifar10-half:valid:12:mean,"
                + " cost: training + one evaluation");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "proxies: [score, score] | (c10+score) occurs twice",
        "proxies: [none, none] | (c10) occurs twice",
        "proxies: ['cifar10:test:200'] | have an accuracy (cifar10:test:200)",
        "proxies: ['score+cifar10:test:200'] | has an accuracy (cifar10:test:200)",
        "proxy-budget: 200 evaluations | (proxy-budget) goes with (proxies)",
        "verify: {top: 5} | (verify) goes with (proxies)",
        "{proxies: [score], verify: [{top: 5}, {top: 6}]} | (verify) at (plan) must be one item, not (2)",
        "{proxies: [score], verify: {top: 0}} | (0) must be at least 1",
        "{proxies: [score], verify: {by: 'cifar10:test:200'}} | must be by a validation accuracy",
        "{proxies: [score], verify: {by: 'cifar10:train:200'}} | must be by a validation accuracy",
        "{proxies: [score], verify: {best: 3}} | unknown key (best) at (plan.verify)"
      })
  void whatMakesNoSenseIsNamed(String keys, String message) {
    String lines = keys.startsWith("{") ? unfolded(keys) : keys;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> study(PLAIN + lines + "\n"))
        .withMessageContaining(message);
  }

  /** Two keys on one line, as lines. */
  private static String unfolded(String keys) {
    return keys.substring(1, keys.length() - 1).replace("], ", "]\n");
  }

  @Test
  void aTaskCannotTakeTheNameOfAVariant() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> study(PLAIN.replace("name: c100", "name: c10+score")))
        .withMessageContaining("(c10+score)");
  }

  @Test
  void anUnknownProxyIsNamed() {
    assertThatExceptionOfType(MissingRecordException.class)
        .isThrownBy(() -> study(PLAIN + "proxies: [score+ghost+phantom]\n"))
        .withMessageContaining("(ghost)");
  }

  @Test
  void secondsOfUnknownCostAreNoBudget() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> study(PLAIN + "proxies: [size]\n"))
        .withMessageContaining("(c10+size)")
        .withMessageContaining("the cost of (size) is unknown");
  }
}
