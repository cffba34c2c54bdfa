package org.nasbench4j.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.search.MethodCatalog;
import org.nasbench4j.search.Observation;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.SearchMethodProvider;
import org.nasbench4j.search.TestProvider;
import org.nasbench4j.search.ToyLearner;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.table.ArrayTable;

/** Studies of a method that learns by its own work beside one that evaluates. */
class OwnWorkStudyTest {
  private static final String PLAN =
      """
      name: own work
      table: array
      runs: 6
      tasks:
        - {name: c10, search: cifar10:valid:12, budget: 9 evaluations, report: cifar10:200}
      methods: [random, {method: toy-learner, runs: 2}]
      """;

  private static final String WITH_PROXY = PLAN + "proxies: [none, size]\n";

  private static final ArrayTable TABLE = table();

  private final ToyLearner learner = new ToyLearner();

  @TempDir private Path parent;

  private static ArrayTable table() {
    double[] seconds = new double[Studies.TABLE.rows()];
    double[] size = new double[Studies.TABLE.rows()];
    Arrays.fill(seconds, 0.5);
    Arrays.setAll(size, row -> row % 7);
    return Studies.TABLE.withColumn("size-seconds", seconds).withColumn("size", size);
  }

  private Study study(String plan) {
    return study(plan, learner);
  }

  private static Study study(String plan, SearchMethodProvider learner) {
    MethodCatalog methods = new MethodCatalog(List.of(Studies.METHODS.get("random"), learner));
    return Study.of(plan, TABLE, methods, Studies.NO_PROXIES);
  }

  private Path finished(String plan) throws IOException {
    Path folder = parent.resolve("study");
    new StudyRunner(2, () -> 0, StudyProgress.SILENT).run(study(plan), Studies.PROVENANCE, folder);
    return folder;
  }

  private List<RunRecord> runs(String plan, String task) throws IOException {
    List<RunRecord> runs = new ArrayList<>();
    new StudyFolder(finished(plan)).forEachRun(runs::add);
    return runs.stream()
        .filter(run -> run.task().equals(task) && run.method().equals("toy-learner"))
        .toList();
  }

  @Test
  void aMethodHasItsOwnNumberOfRuns() throws IOException {
    Study study = study(WITH_PROXY);
    assertThat(study.plan().totalRuns()).isEqualTo(2 * (6 + 2));
    assertThat(study.keys()).hasSize(16).endsWith(new RunKey("c10+size", "toy-learner", 1));
    StudyHeader header = new StudyFolder(finished(WITH_PROXY)).header();
    assertThat(header.runs()).isEqualTo(6);
    assertThat(header.setup().methods()).extracting(StudyHeader.Method::runs).containsExactly(6, 2);
    assertThat(header.setup().methods())
        .extracting(StudyHeader.Method::ownWork)
        .containsExactly("", "toy of 6 steps on paper");
  }

  @ParameterizedTest
  @CsvSource({"0, 1..1000000", "7, 1..6", "-1, 1..1000000"})
  void aMethodHasAtMostThePlansRuns(int runs, String range) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> study(PLAN.replace("runs: 2", "runs: " + runs)))
        .withMessageContaining("(" + runs + ")")
        .withMessageContaining(range);
  }

  @Test
  void aBudgetThatMayRejectTheFirstLookIsRefusedBeforeAnythingIsLearned() {
    String rejecting = PLAN.replace("9 evaluations,", "5 seconds, overshoot: reject,");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> study(rejecting))
        .withMessageContaining("(toy-learner)")
        .withMessageContaining("(c10)")
        .withMessageContaining("Use overshoot: charge, not (reject)");
    assertThat(learner.logs()).isZero();
    study(rejecting.replace("reject", "charge"));
  }

  @Test
  void nothingIsLearnedBeforeTheFirstRun() {
    study(WITH_PROXY).header(Studies.PROVENANCE);
    assertThat(learner.logs()).isZero();
  }

  @Test
  void aLookIsChargedItsOwnSecondsAndNothingElse() throws IOException {
    RunRecord run = runs(PLAN, "c10").get(0);
    assertThat(run.evaluations()).isEqualTo(6);
    assertThat(run.stop()).isEqualTo(RunRecord.Stop.FINISHED);
    assertThat(run.ledger()).isEqualTo(new RunRecord.Ledger(0, 0, run.trials().seconds()[5]));
    assertThat(run.ledger().ownSeconds()).isEqualTo(1.5, within(1e-12));
    assertThat(run.trials().values()).hasSize(6).containsOnly(Double.NaN);
  }

  @Test
  void theLastLookIsTheIncumbentWhateverItIsWorth() throws IOException {
    RunRecord run = runs(PLAN, "c10").get(0);
    assertThat(run.incumbents()).extracting(Incumbent::trial).containsExactly(1L, 2L, 3L, 5L, 6L);
    assertThat(run.incumbents()).extracting(Incumbent::value).containsOnly(Double.NaN);
    Incumbent last = run.incumbents().get(4);
    assertThat(run.recommendation())
        .isEqualTo(
            new RunRecord.Recommendation(
                RunRecord.Chooser.METHOD, last.architecture(), last.targets()));
    int row = run.trials().rows()[5];
    assertThat(last.architecture()).isEqualTo(TABLE.architecture(row).text());
  }

  @Test
  void evaluationsAfterLooksCountAfresh() throws IOException {
    RunRecord run = runs(WITH_PROXY, "c10+size").get(0);
    assertThat(run.evaluations()).isEqualTo(6 + 3);
    assertThat(run.ledger().proxySeconds()).isEqualTo(3 * 0.5);
    assertThat(run.ledger().ownSeconds()).isEqualTo(1.5, within(1e-12));
    assertThat(run.incumbents()).extracting(Incumbent::trial).contains(6L, 7L);
    double best = Arrays.stream(run.trials().values(), 6, 9).max().orElseThrow();
    Incumbent last = run.incumbents().get(run.incumbents().size() - 1);
    assertThat(last.value()).isEqualTo(best);
    assertThat(run.recommendation().architecture()).isEqualTo(last.architecture());
    assertThat(run.recommendation().chooser()).isEqualTo(RunRecord.Chooser.INCUMBENT);
  }

  @Test
  void bothSignalsSeeTheSameLooks() throws IOException {
    List<RunRecord> runs = new ArrayList<>();
    new StudyFolder(finished(WITH_PROXY)).forEachRun(runs::add);
    int[] own = runs.get(7).trials().rows();
    int[] proxy = runs.get(15).trials().rows();
    assertThat(runs.get(7).task()).isEqualTo("c10");
    assertThat(runs.get(15).task()).isEqualTo("c10+size");
    assertThat(Arrays.copyOf(proxy, 6)).isEqualTo(own);
  }

  @Test
  void aSecondStageLooksAtWhatWasEvaluated() throws IOException {
    RunRecord run = runs(WITH_PROXY + "verify: {top: 2}\n", "c10+size").get(0);
    assertThat(run.evaluations()).isEqualTo(9 + 2);
    assertThat(run.recommendation().chooser()).isEqualTo(RunRecord.Chooser.VERIFICATION);
  }

  @Test
  void aSecondStageAfterLooksAloneLeavesTheAnswerToTheMethod() throws IOException {
    String plan = WITH_PROXY.replace("runs: 2", "runs: 2, settings: {samples: 0}");
    RunRecord run = runs(plan + "verify: {top: 2}\n", "c10+size").get(0);
    assertThat(run.evaluations()).isEqualTo(6);
    assertThat(run.recommendation().chooser()).isEqualTo(RunRecord.Chooser.METHOD);
  }

  @Test
  void aBudgetEndsALearnerToo() throws IOException {
    String plan = PLAN.replace("9 evaluations", "4 evaluations");
    RunRecord run = runs(plan, "c10").get(0);
    assertThat(run.stop()).isEqualTo(RunRecord.Stop.BUDGET);
    assertThat(run.trials().rows()).hasSize(4);
    assertThat(run.incumbents()).hasSize(3);
  }

  @Test
  void whatIsRepeatedIsNotFreeForALearner() throws IOException {
    RunRecord run = runs(PLAN + "duplicates: free\n", "c10").get(0);
    assertThat(run.evaluations()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 7, 13, 15})
  void aKilledStudyEndsAsAnUndisturbedOne(int killedAfter) throws IOException {
    Path undisturbed = finished(WITH_PROXY);
    Path folder = parent.resolve("killed");
    StudyProgress kill =
        (done, total) -> {
          assertThat(total).isEqualTo(16);
          if (done == killedAfter) {
            throw new IllegalStateException("killed");
          }
        };
    Study study = study(WITH_PROXY);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> new StudyRunner(1, () -> 0, kill).run(study, Studies.PROVENANCE, folder));
    new StudyRunner(2, () -> 0, StudyProgress.SILENT).resume(study(WITH_PROXY), folder);
    for (String file : List.of("runs.jsonl", "study.json", "timings.csv")) {
      assertThat(folder.resolve(file)).hasSameBinaryContentAs(undisturbed.resolve(file));
    }
  }

  @Test
  void secondsOfAnotherDeviceAreNotMixedIn() throws IOException {
    Path folder = finished(PLAN);
    Path header = folder.resolve("study.json");
    String stone = Files.readString(header).replace("steps on paper", "steps on stone");
    Files.writeString(header, stone);
    Study now = study(PLAN);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StudyRunner(1, () -> 0, StudyProgress.SILENT).resume(now, folder))
        .withMessageContainingAll("(toy-learner)", "on stone", "on paper", "the same device");
  }

  @Test
  void whatOthersDoNotHaveIsNotWritten() throws IOException {
    Path folder = finished(PLAN);
    List<String> runs = Files.readAllLines(folder.resolve("runs.jsonl"));
    assertThat(runs.subList(0, 6)).allSatisfy(run -> assertThat(run).doesNotContain("own"));
    assertThat(runs.get(6)).contains("\"proxySeconds\":0.0,\"ownSeconds\":1.");
    String header = Files.readString(folder.resolve("study.json"));
    assertThat(header).containsOnlyOnce("\"ownWork\"").contains("\"runs\" : 6", "\"runs\" : 2");
    assertThat(header.split("\"runs\"", -1)).hasSize(1 + 2);
  }

  @Test
  void numbersThatAreNoneAreStandardJson() throws IOException {
    String run = Files.readAllLines(finished(PLAN).resolve("runs.jsonl")).get(6);
    assertThat(run).contains("\"NaN\"");
    assertThat(new JsonMapper().readTree(run).path("trials").path("values").get(0).asText())
        .isEqualTo("NaN");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void secondsThatMakeNoSenseAreTheMethodsFault(double seconds) {
    Study study =
        study(
            PLAN, new TestProvider("toy-learner", (space, settings, random) -> new Liar(seconds)));
    assertThatIllegalStateException()
        .isThrownBy(() -> study.run(new RunKey("c10", "toy-learner", 0), () -> 0))
        .withMessageContaining("(toy-learner)")
        .withMessageContaining("(" + seconds + ")");
  }

  private record Liar(double seconds) implements SearchMethod {
    @Override
    public Architecture ask() {
      return TABLE.architecture(0);
    }

    @Override
    public OptionalDouble ownSeconds() {
      return OptionalDouble.of(seconds);
    }

    @Override
    public void tell(Observation observation) {
      throw new IllegalStateException("A look is not told.");
    }
  }
}
