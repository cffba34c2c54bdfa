package org.nasbench4j.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nasbench4j.proxy.ProxyCatalog;
import org.nasbench4j.search.MethodCatalog;
import org.nasbench4j.search.ScriptedMethod;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.SearchMethodProvider;
import org.nasbench4j.search.SearchStart;
import org.nasbench4j.search.Setting;
import org.nasbench4j.search.Settings;
import org.nasbench4j.search.SettingsPreset;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.oneshot1.OneShotLayout;
import org.nasbench4j.stats.Optimum;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.ModuleTable;
import org.nasbench4j.table.OneShotTable;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.Table;

/** Studies of NAS-Bench-1Shot1 and NAS-Bench-101 on a made-up table. */
class OneShotStudyTest {
  private static final ModuleTable MODULES = ModuleTable.of(OneShotLayout.SPACE_1);
  private static final OneShotTable VIEW = OneShotTable.of(MODULES, OneShotLayout.SPACE_1);
  private static final String PLAN =
      """
      name: one shot
      table: modules
      space: oneshot1-1
      runs: 3
      preset: PRESET
      methods: [wanderer]
      """;

  private static final String TASK =
      """
      tasks:
        - name: drawn
          search: cifar10-40k:valid:108:random
          budget: 5000 seconds
          overshoot: charge
          report: cifar10-40k:108
      """;

  private static Study study(String plan, Table table) {
    return Study.of(
        plan, table, new MethodCatalog(List.of(new Wanderer())), new ProxyCatalog(List.of()));
  }

  private static RunRecord run(String plan, int index) {
    return study(plan, MODULES).run(new RunKey("cifar10", "wanderer", index), () -> 0).record();
  }

  @Test
  void aSearchLooksAtOneOfTheTrainingsAtATime() {
    RunRecord run = run(PLAN.replace("PRESET", "oneshot1"), 0);
    assertThat(run.evaluations()).isEqualTo(280);
    Set<Integer> seeds = new HashSet<>();
    for (int trial = 0; trial < 280; trial++) {
      int row = run.trials().rows()[trial];
      double value = run.trials().values()[trial];
      List<Integer> matching =
          List.of(0, 1, 2).stream().filter(seed -> valid(seed).value(row) == value).toList();
      assertThat(matching).isNotEmpty();
      seeds.addAll(matching);
    }
    assertThat(seeds).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(run.ledger().simulatedTrainingSeconds()).isBetween(280 * 1_000.0, 280 * 1_002.0);
  }

  private static AccuracyColumn valid(int seed) {
    return VIEW.accuracy(Query.parse("cifar10-40k:valid:108:" + seed));
  }

  private static AccuracyColumn test(String seeds) {
    return VIEW.accuracy(Query.parse("cifar10-40k:test:108:" + seeds));
  }

  @Test
  void incumbentsAreJudgedByTheMeanOfTheTrainings() {
    RunRecord run = run(PLAN.replace("PRESET", "oneshot1"), 0);
    for (Incumbent incumbent : run.incumbents()) {
      int row = VIEW.row(VIEW.space().parse(incumbent.architecture()));
      assertThat(incumbent.targets().get(0).test()).isEqualTo(test("mean").value(row));
    }
    assertThat(run.incumbents().stream().map(Incumbent::value)).isSorted();
  }

  @Test
  void theOracleFollowsTheTestAccuracyOfWhatWasLookedAt() {
    String plan = PLAN.replace("PRESET", "oneshot1-oracle");
    RunRecord run = run(plan, 0);
    List<Double> tests = run.incumbents().stream().map(i -> i.targets().get(0).test()).toList();
    assertThat(tests).isSorted().doesNotHaveDuplicates();
    Incumbent last = run.incumbents().get(run.incumbents().size() - 1);
    int row = VIEW.row(VIEW.space().parse(last.architecture()));
    assertThat(List.of(test("0").value(row), test("1").value(row), test("2").value(row)))
        .contains(last.targets().get(0).test());
    assertThat(run.recommendation().targets()).isEqualTo(last.targets());
    StudyHeader.Task header = study(plan, MODULES).header(Studies.PROVENANCE).tasks().get(0);
    assertThat(header.stamps()).hasSize(1).allMatch(stamp -> stamp.contains("test-oracle"));
    assertThat(header.objective())
        .contains("one training drawn at each evaluation", "incumbents by test accuracy");
  }

  @Test
  void theOracleIsHeldAgainstTheBestSingleTraining() {
    StudyHeader.TargetSummary target =
        study(PLAN.replace("PRESET", "oneshot1-oracle"), MODULES)
            .header(Studies.PROVENANCE)
            .tasks()
            .get(0)
            .targets()
            .get(0);
    double best =
        IntStream.range(0, 3 * VIEW.rows())
            .mapToDouble(i -> test(String.valueOf(i % 3)).value(i / 3))
            .max()
            .orElseThrow();
    assertThat(target.test()).isEqualTo("cifar10-40k:test:108:random");
    assertThat(target.bestTest().percent()).isEqualTo(best);
    assertThat(PublishedOptimum.ofTable(target)).isEqualTo("regret_single");
    assertThat(PublishedOptimum.of("oneshot1-1", target)).isPresent();
  }

  @Test
  void aSearchSeesNoDifferenceBetweenTheRules() {
    String oracle =
        """
        name: both
        table: modules
        space: oneshot1-1
        runs: 1
        tasks: {name: cifar10, search: "cifar10-40k:valid:108:0", budget: 50 evaluations, RULE
                report: "cifar10-40k:108"}
        methods: wanderer
        """;
    RunRecord own = run(oracle.replace("RULE", ""), 0);
    RunRecord other = run(oracle.replace("RULE", "incumbents: test-oracle,"), 0);
    assertThat(other.trials().rows()).isEqualTo(own.trials().rows());
    assertThat(other.trials().values()).isEqualTo(own.trials().values());
    assertThat(other.incumbents().stream().map(i -> i.targets().get(0).test())).isSorted();
  }

  @Test
  void theSameKeyGivesTheSameRun() {
    String plan = PLAN.replace("PRESET", "oneshot1");
    assertThat(Json.of(run(plan, 1))).isEqualTo(Json.of(run(plan, 1)));
    assertThat(Json.of(run(plan, 1))).isNotEqualTo(Json.of(run(plan, 2)));
  }

  @Test
  void optimaAreThoseOfTheSearchSpace() {
    StudyHeader header =
        study(PLAN.replace("PRESET", "oneshot1"), MODULES).header(Studies.PROVENANCE);
    double[] tests = new double[VIEW.rows()];
    for (int row = 0; row < tests.length; row++) {
      tests[row] = test("mean").value(row);
    }
    StudyHeader.Task task = header.tasks().get(0);
    assertThat(header.table().space()).isEqualTo("oneshot1-1");
    assertThat(task.targets().get(0).bestTest().percent()).isEqualTo(Optimum.of(tests).value());
    assertThat(task.randomSearch()).as("cells share rows").isEmpty();
  }

  @Test
  void aSearchOfTheWholeBenchmarkEndsWithTheTrialThatSpendsTheBudget() {
    String plan = PLAN.replace("space: oneshot1-1\n", "").replace("PRESET", "nasbench101-colab");
    Study study = study(plan, ModuleTable.whole());
    RunRecord run = study.run(new RunKey("cifar10", "wanderer", 0), () -> 0).record();
    assertThat(run.ledger().simulatedTrainingSeconds()).isBetween(5_000_000.0, 5_001_002.0);
    assertThat(run.stop()).isEqualTo(RunRecord.Stop.BUDGET);
  }

  @Test
  void settingsOfAPresetSayWhereTheyAreFrom() {
    String plan =
        PLAN.replace("PRESET", "oneshot1")
            .replace(
                "[wanderer]",
                "[wanderer, {method: wanderer, preset: far},"
                    + " {method: wanderer, preset: far, label: mine, settings: {pace: 3}}]");
    List<StudyHeader.Method> methods =
        study(plan, MODULES).header(Studies.PROVENANCE).setup().methods();
    assertThat(methods.stream().map(StudyHeader.Method::label))
        .containsExactly("wanderer", "wanderer-far", "mine");
    assertThat(methods.stream().map(method -> method.settings().get(0)))
        .extracting(StudyHeader.SettingValue::value, StudyHeader.SettingValue::origin)
        .containsExactly(
            tuple("1", "a default"), tuple("7", "preset far: a paper"), tuple("3", "plan"));
  }

  @Test
  void whatDoesNotFitTogetherIsNamed() {
    String plan = PLAN.replace("PRESET", "oneshot1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> study(plan.replace("oneshot1-1", "darts"), MODULES))
        .withMessageContaining("space (darts)")
        .withMessageContaining("oneshot1-1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> study(plan.replace("space: oneshot1-1\n", ""), MODULES))
        .withMessageContaining("2685 of the 423624 architectures of nb101");
    assertThatExceptionOfType(MissingRecordException.class)
        .isThrownBy(() -> study(plan.replace("oneshot1-1", "oneshot1-3"), MODULES))
        .withMessageContaining("modules of oneshot1-3");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> study(plan.replace("[wanderer]", "{method: wanderer, preset: near}"), MODULES))
        .withMessageContaining("(near)")
        .withMessageContaining("far");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> study(plan + "datasets: cifar100\n", MODULES))
        .withMessageContaining("(cifar100)");
  }

  @Test
  void drawnTrainingsAreNeverFreeNorRejected() {
    String plan = PLAN.replace("preset: PRESET\n", "") + TASK;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> study(plan + "duplicates: free\n", MODULES))
        .withMessageContaining("duplicates: full")
        .withMessageContaining("(free)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> study(plan.replace("charge", "reject"), MODULES))
        .withMessageContaining("overshoot: charge")
        .withMessageContaining("(reject)");
    assertThat(study(plan, MODULES).header(Studies.PROVENANCE).tasks()).hasSize(1);
  }

  @Test
  void aSecondStageSaysByWhatWhereTheTaskDrawsTrainings() {
    String plan = PLAN.replace("preset: PRESET\n", "") + TASK;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> study(plan + "proxies: [params]\nverify: {top: 3}\n", MODULES))
        .withMessageContaining("must say (by)");
  }

  /** Draws at random; its one setting does nothing. */
  private static final class Wanderer implements SearchMethodProvider {

    @Override
    public String name() {
      return "wanderer";
    }

    @Override
    public String summary() {
      return "Draws at random.";
    }

    @Override
    public List<Setting> settings() {
      return List.of(new Setting("pace", Setting.Type.INTEGER, "1", "a default", "Nothing."));
    }

    @Override
    public List<SettingsPreset> presets() {
      return List.of(SettingsPreset.of("far", "a paper", Map.of("pace", "7")));
    }

    @Override
    public SearchMethod create(SearchStart start, Settings settings) {
      Stream<Architecture> draws = Stream.generate(() -> start.space().sample(start.random()));
      return ScriptedMethod.of(draws.limit(500).toList());
    }
  }
}
