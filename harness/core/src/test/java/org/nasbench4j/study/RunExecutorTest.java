package org.nasbench4j.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.nasbench4j.proxy.Proxy;
import org.nasbench4j.proxy.ProxyCatalog;
import org.nasbench4j.proxy.ProxyProvider;
import org.nasbench4j.proxy.ProxyScore;
import org.nasbench4j.search.MethodCatalog;
import org.nasbench4j.search.Observation;
import org.nasbench4j.search.ScriptedMethod;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.TestProvider;
import org.nasbench4j.search.TinySpace;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.table.ArrayTable;
import org.nasbench4j.table.DatasetId;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.Training;

class RunExecutorTest {
  /** Cells 1 and 2 are equal by search; cell 3 is best by test and worst by search. */
  private static final ArrayTable TABLE =
      ArrayTable.of(TinySpace.of(5))
          .withAccuracy("cifar10:valid:12", 100, 50, 70, 70, 20, 60)
          .withAccuracy("cifar10:valid:200", 100, 81, 82, 83, 84, 85)
          .withAccuracy("cifar10:test:200", 100, 71, 72, 73, 99, 75)
          .withEpochSeconds(Training.CIFAR10_HALF, new Schedule(12), 1, 1, 1, 1, 2)
          .withPassSeconds(Training.CIFAR10_HALF, Split.VALID, new Schedule(12), 3, 3, 3, 3, 6)
          .withColumn("score", Double.NEGATIVE_INFINITY, -1, Double.POSITIVE_INFINITY, 0, 1);

  /** Every cell costs (12 x 1 + 3) = 15 seconds, but the last costs 30. */
  private static final String IN_SECONDS = "budget: 35 seconds";

  private final List<ScriptedMethod> searches = new ArrayList<>();
  private final AtomicLong clock = new AtomicLong();

  private static Architecture cell(int choice) {
    return TABLE.architecture(choice);
  }

  private static List<Architecture> cells(int... choices) {
    return Arrays.stream(choices).mapToObj(TABLE::architecture).toList();
  }

  private Study study(ArrayTable table, String search, String rules, ScriptedMethod prototype) {
    String plan =
        """
        name: scripted
        table: array
        runs: 1
        duplicates: free
        tasks: { name: t, search: %s, report: cifar10:200, %s }
        methods: scripted
        """
            .formatted(search, rules);
    TestProvider provider =
        new TestProvider(
            "scripted",
            (space, settings, random) -> {
              searches.add(prototype.restarted());
              return lastSearch();
            });
    return Study.of(
        plan, table, new MethodCatalog(List.of(provider)), new ProxyCatalog(List.of(new Halves())));
  }

  private RunExecutor.Outcome outcome(Study study) {
    LongSupplier ticking = () -> clock.addAndGet(1_000_000_000);
    return study.run(new RunKey("t", "scripted", 0), ticking);
  }

  private RunRecord run(String rules, int... script) {
    return outcome(study(TABLE, "cifar10:valid:12", rules, ScriptedMethod.of(cells(script))))
        .record();
  }

  private ScriptedMethod lastSearch() {
    return searches.get(searches.size() - 1);
  }

  /** A proxy that is half the cell's number and costs a quarter of a second. */
  private record Halves() implements ProxyProvider {
    @Override
    public String name() {
      return "halves";
    }

    @Override
    public String summary() {
      return "Half the number of the cell.";
    }

    @Override
    public Proxy create(SearchSpace space, DatasetId dataset) {
      return architecture -> new ProxyScore(space.encode(architecture)[0] / 2.0, 0.25);
    }
  }

  @Test
  void incumbentsAreTheFirstOfEqualsByTheSearchObjective() {
    RunRecord run = run("budget: 5 evaluations", 3, 0, 1, 2, 4);
    assertThat(run.incumbents())
        .extracting(Incumbent::trial, Incumbent::architecture, Incumbent::value)
        .containsExactly(
            tuple(1L, "tiny[3]", 20.0), tuple(2L, "tiny[0]", 50.0), tuple(3L, "tiny[1]", 70.0));
    assertThat(run.recommendation())
        .isEqualTo(
            new RunRecord.Recommendation(
                RunRecord.Chooser.INCUMBENT, "tiny[1]", List.of(new TargetValue(82, 72))));
    assertThat(run.incumbents().get(0).targets()).containsExactly(new TargetValue(84, 99));
  }

  @Test
  void theMethodIsToldTheSearchObjectiveOnly() {
    run("budget: 3 evaluations", 3, 0, 1);
    assertThat(lastSearch().told())
        .containsExactly(
            new Observation(cell(3), 20),
            new Observation(cell(0), 50),
            new Observation(cell(1), 70));
  }

  @Test
  void otherTestAccuraciesChangeNothingButTheReport() {
    ScriptedMethod script = ScriptedMethod.of(cells(3, 0, 1, 2, 4));
    ArrayTable swapped = TABLE.withAccuracy("cifar10:test:200", 100, 9, 8, 7, 6, 5);
    RunRecord one = outcome(study(TABLE, "cifar10:valid:12", IN_SECONDS, script)).record();
    List<Observation> told = lastSearch().told();
    RunRecord other = outcome(study(swapped, "cifar10:valid:12", IN_SECONDS, script)).record();
    assertThat(lastSearch().told()).isEqualTo(told);
    assertThat(other.trials()).usingRecursiveComparison().isEqualTo(one.trials());
    assertThat(other.recommendation().architecture())
        .isEqualTo(one.recommendation().architecture());
    assertThat(other.recommendation().targets()).containsExactly(new TargetValue(82, 8));
  }

  @Test
  void theTrialThatOvershootsIsChargedAndTold() {
    RunRecord run = run("overshoot: charge, " + IN_SECONDS, 0, 3, 1);
    assertThat(run.stop()).isEqualTo(RunRecord.Stop.BUDGET);
    assertThat(run.trials().seconds()).containsExactly(15, 30, 45);
    assertThat(run.trials().rows()).containsExactly(0, 3, 1);
    assertThat(run.trials().values()).containsExactly(50, 20, 70);
    assertThat(run.evaluations()).isEqualTo(3);
    assertThat(run.ledger()).isEqualTo(new RunRecord.Ledger(45, 0));
    assertThat(lastSearch().told()).hasSize(3);
    assertThat(run.recommendation().architecture()).isEqualTo("tiny[1]");
  }

  @Test
  void theTrialThatIsRejectedIsNeitherTriedNorTold() {
    RunRecord run = run("overshoot: reject, " + IN_SECONDS, 0, 3, 1);
    assertThat(run.stop()).isEqualTo(RunRecord.Stop.OVERSHOOT);
    assertThat(run.trials().rows()).containsExactly(0, 3);
    assertThat(run.evaluations()).isEqualTo(2);
    assertThat(run.ledger()).isEqualTo(new RunRecord.Ledger(30, 0));
    assertThat(lastSearch().asked()).isEqualTo(3);
    assertThat(lastSearch().told()).hasSize(2);
    assertThat(run.recommendation().architecture()).isEqualTo("tiny[0]");
  }

  @Test
  void theTrialThatIsKeptUnpaidCanWin() {
    RunRecord run = run("overshoot: keep-unpaid, " + IN_SECONDS, 0, 3, 1);
    assertThat(run.stop()).isEqualTo(RunRecord.Stop.OVERSHOOT);
    assertThat(run.trials().rows()).containsExactly(0, 3, 1);
    assertThat(run.evaluations()).isEqualTo(2);
    assertThat(run.ledger()).isEqualTo(new RunRecord.Ledger(30, 0));
    assertThat(lastSearch().told()).hasSize(3);
    assertThat(run.incumbents().get(1))
        .isEqualTo(new Incumbent(3, 2, 30, "tiny[1]", 70, List.of(new TargetValue(82, 72))));
  }

  @Test
  void theMethodsOwnAnswerCountsEvenIfItWasNeverEvaluated() {
    ScriptedMethod script = ScriptedMethod.of(cells(0, 1)).recommending(cell(4));
    RunRecord run =
        outcome(study(TABLE, "cifar10:valid:12", "budget: 2 evaluations", script)).record();
    assertThat(run.recommendation())
        .isEqualTo(
            new RunRecord.Recommendation(
                RunRecord.Chooser.METHOD, "tiny[4]", List.of(new TargetValue(85, 75))));
  }

  @Test
  void freeRepeatsEndInAStall() {
    RunRecord run = run("budget: 2 evaluations", 0);
    assertThat(run.stop()).isEqualTo(RunRecord.Stop.STALLED);
    assertThat(run.evaluations()).isEqualTo(1);
    assertThat(run.trials().rows()).hasSize(1 + 1_000).containsOnly(0);
    assertThat(run.ledger()).isEqualTo(new RunRecord.Ledger(15, 0));
  }

  @Test
  void aMethodThatEndsByItselfLeavesTheRestOfTheBudget() {
    ScriptedMethod script = ScriptedMethod.of(cells(0, 1, 2, 3));
    String budget = "budget: 4 evaluations";
    for (var end : List.of(SearchMethod.State.FINISHED, SearchMethod.State.CAPPED)) {
      ScriptedMethod ending = script.ending(end, 2);
      RunRecord run = outcome(study(TABLE, "cifar10:valid:12", budget, ending)).record();
      assertThat(run.stop()).hasToString(end.toString());
      assertThat(run.evaluations()).isEqualTo(2);
      assertThat(run.recommendation().architecture()).isEqualTo("tiny[1]");
      assertThat(lastSearch().asked()).isEqualTo(2);
      RunRecord read = Json.run(Json.of(run), Path.of("x"), 0);
      assertThat(read).usingRecursiveComparison().isEqualTo(run);
    }
  }

  @Test
  void aMethodThatReachesItsGoalWithTheLastTrialOfTheBudgetIsFinished() {
    ScriptedMethod script = ScriptedMethod.of(cells(0, 1)).ending(SearchMethod.State.FINISHED, 2);
    RunRecord run =
        outcome(study(TABLE, "cifar10:valid:12", "budget: 2 evaluations", script)).record();
    assertThat(run.stop()).isEqualTo(RunRecord.Stop.FINISHED);
  }

  @Test
  void aMethodThatEndsBeforeItsFirstEvaluationIsNamed() {
    ScriptedMethod script = ScriptedMethod.of(cells(0)).ending(SearchMethod.State.CAPPED, 0);
    Study study = study(TABLE, "cifar10:valid:12", "budget: 2 evaluations", script);
    assertThatIllegalStateException()
        .isThrownBy(() -> outcome(study))
        .withMessageContaining("(scripted)")
        .withMessageContaining("before its first evaluation");
  }

  @Test
  void secondsOfAProxyHaveTheirOwnLine() {
    ScriptedMethod script = ScriptedMethod.of(cells(4, 0, 1, 2));
    RunRecord run = outcome(study(TABLE, "halves", "budget: 1 seconds", script)).record();
    assertThat(run.ledger()).isEqualTo(new RunRecord.Ledger(0, 1));
    assertThat(run.trials().values()).containsExactly(2, 0, 0.5, 1);
  }

  @Test
  void infiniteScoresAreKeptAndCanBeTheIncumbent() {
    ScriptedMethod script = ScriptedMethod.of(cells(0, 1, 2));
    RunRecord run = outcome(study(TABLE, "score", "budget: 3 evaluations", script)).record();
    assertThat(run.incumbents())
        .extracting(Incumbent::value)
        .containsExactly(Double.NEGATIVE_INFINITY, -1.0, Double.POSITIVE_INFINITY);
    assertThat(run.ledger()).isEqualTo(new RunRecord.Ledger(0, 0));
    RunRecord read = Json.run(Json.of(run), Path.of("x"), 0);
    assertThat(read).usingRecursiveComparison().isEqualTo(run);
  }

  @Test
  void theMethodIsTimedByTheClockThatWasHandedIn() {
    ScriptedMethod script = ScriptedMethod.of(cells(0, 1, 2));
    Study study = study(TABLE, "cifar10:valid:12", "budget: 3 evaluations", script);
    // Three asks, three tells and the answer take one tick each.
    assertThat(outcome(study).overheadSeconds()).isEqualTo(7.0);
    assertThat(clock.get()).isEqualTo(14_000_000_000L);
  }

  @Test
  void aBudgetThatMayNotPayForOneEvaluationIsRefusedBeforeTheFirstRun() {
    ScriptedMethod script = ScriptedMethod.of(cells(4));
    Study study =
        study(TABLE, "cifar10:valid:12", "overshoot: reject, budget: 29.5 seconds", script);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> study.header(Studies.PROVENANCE))
        .withMessageContaining("29.5 seconds")
        .withMessageContaining("(t)")
        .withMessageContaining("30.0 seconds");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> outcome(study))
        .withMessageContaining("single evaluation");
  }

  @Test
  void secondsOfUnknownCostAreNoBudget() {
    ScriptedMethod script = ScriptedMethod.of(cells(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> study(TABLE, "score", "budget: 100 seconds", script))
        .withMessageContaining("(t)")
        .withMessageContaining("100 seconds")
        .withMessageContaining("evaluations");
  }

  @Test
  void aSearchNeedsTheWholeSpace() {
    ScriptedMethod script = ScriptedMethod.of(cells(0));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> study(TABLE.withRows(4), "cifar10:valid:12", "budget: 1 evaluations", script))
        .withMessageContaining("4 of the 5 architectures");
  }

  @Test
  void aMeasureThatIsMissingIsFoundBeforeTheFirstRun() {
    ScriptedMethod script = ScriptedMethod.of(cells(0));
    assertThatExceptionOfType(MissingRecordException.class)
        .isThrownBy(() -> study(TABLE, "cifar100:valid:12", "budget: 1 evaluations", script));
    ArrayTable holes = TABLE.withAccuracy("cifar10:test:200", 100, 1, 2, 3, 4, -1);
    Study study = study(holes, "cifar10:valid:12", "budget: 1 evaluations", script);
    assertThatExceptionOfType(MissingRecordException.class)
        .isThrownBy(() -> study.header(Studies.PROVENANCE));
  }
}
