package org.nasbench4j.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.budget.Budget;
import org.nasbench4j.budget.DuplicatePricing;
import org.nasbench4j.budget.OvershootRule;

class PlanReaderTest {
  private static final String WITH_PRESET =
      """
      name: a comparison
      table: nats.h5
      preset: nats
      methods: [random-search]
      """;

  private static final String WITH_TASK =
      """
      name: a comparison
      table: nats.h5
      methods: [random-search]
      tasks:
        - name: c10
          search: cifar10:valid:12
          budget: 150 evaluations
          report: cifar10:200
      """;

  private static StudyPlan read(String text) {
    return new PlanReader().read(text);
  }

  private static ThrowableAssertAlternative<IllegalArgumentException> assertRefused(String text) {
    return assertThatIllegalArgumentException().isThrownBy(() -> read(text));
  }

  @Test
  void readsEveryKey() {
    StudyPlan plan =
        read(
            """
            name: everything
            table: my.h5
            seed: -42
            runs: 20
            duplicates: free-by-class
            allow-test-objective: true
            tasks:
              - name: on-test
                search: cifar10:test:200:777
                budget: 1500.5 seconds
                overshoot: keep-unpaid
                report: [cifar10:200, cifar100:200:888]
              - name: by.proxy_1
                search: synflow:cifar100
                budget: 100 evaluations
                report: cifar100:200
            methods:
              - random-search
              - method: evolution
                label: evolution-small
                settings: { population: 10, rate: 0.5, kind: soft }
              - method: evolution
            """);
    assertThat(plan.name()).isEqualTo("everything");
    assertThat(plan.table()).isEqualTo("my.h5");
    assertThat(plan.seed()).isEqualTo(-42);
    assertThat(plan.runs()).isEqualTo(20);
    assertThat(plan.duplicates()).isEqualTo(DuplicatePricing.FREE_BY_CLASS);
    assertThat(plan.testObjectives()).isEqualTo(TestObjectives.ALLOWED);
    assertThat(plan.totalRuns()).isEqualTo(2 * 3 * 20);
    TaskPlan first = plan.tasks().get(0);
    assertThat(first.name()).isEqualTo("on-test");
    assertThat(first.search()).hasToString("cifar10-all:test:200:777");
    assertThat(first.budget()).isEqualTo(new Budget.SimulatedSeconds(1500.5));
    assertThat(first.overshoot()).isEqualTo(OvershootRule.KEEP_UNPAID);
    assertThat(first.searchesOnTest()).isTrue();
    assertThat(first.targets())
        .containsExactly(Target.parse("cifar10:200"), Target.parse("cifar100:200:888"));
    assertThat(first.targets().get(1).valid()).hasToString("cifar100:valid:200:888");
    TaskPlan second = plan.tasks().get(1);
    assertThat(second.search()).hasToString("synflow:cifar100");
    assertThat(second.budget()).isEqualTo(new Budget.Evaluations(100));
    assertThat(second.overshoot()).isEqualTo(OvershootRule.CHARGE);
    assertThat(second.searchesOnTest()).isFalse();
    assertThat(plan.methods())
        .extracting(MethodPlan::label)
        .containsExactly("random-search", "evolution-small", "evolution");
    assertThat(plan.methods().get(1).settings())
        .containsExactly(entry("kind", "soft"), entry("population", "10"), entry("rate", "0.5"));
    assertThat(plan.methods().get(2).settings()).isEmpty();
  }

  @Test
  void theDefaultsAreThoseOfThePapers() {
    StudyPlan plan = read(WITH_TASK);
    assertThat(plan.runs()).isEqualTo(500);
    assertThat(plan.seed()).isEqualTo(1);
    assertThat(plan.duplicates()).isEqualTo(DuplicatePricing.FULL);
    assertThat(plan.testObjectives()).isEqualTo(TestObjectives.REFUSED);
    assertThat(plan.tasks().get(0).overshoot()).isEqualTo(OvershootRule.CHARGE);
  }

  /** NATS-Bench, Table 4 and its code: 20,000, 40,000 and 120,000 seconds. */
  @Test
  void thePresetNatsSearchesEachDatasetOnItsOwnShortValidation() {
    List<TaskPlan> tasks = read(WITH_PRESET).tasks();
    assertThat(tasks)
        .extracting(TaskPlan::name)
        .containsExactly("cifar10", "cifar100", "imagenet16-120");
    assertThat(tasks)
        .extracting(task -> task.search().toString())
        .containsExactly(
            "cifar10-half:valid:12:mean", "cifar100:valid:12:mean", "imagenet16-120:valid:12:mean");
    assertThat(tasks)
        .extracting(TaskPlan::budget)
        .containsExactly(
            new Budget.SimulatedSeconds(20_000),
            new Budget.SimulatedSeconds(40_000),
            new Budget.SimulatedSeconds(120_000));
    assertThat(tasks).extracting(TaskPlan::overshoot).containsOnly(OvershootRule.CHARGE);
    assertThat(tasks.get(0).targets()).containsExactly(Target.parse("cifar10:200"));
    assertThat(tasks.get(2).targets()).containsExactly(Target.parse("imagenet16-120:200"));
  }

  /** NAS-Bench-201 (ICLR 2020), section 5: 12,000 seconds on CIFAR-10, reported on all three. */
  @Test
  void thePresetOfNasBench201TransfersFromCifar10() {
    StudyPlan plan = read(WITH_PRESET.replace("nats\n", "nasbench201-paper\n"));
    assertThat(plan.tasks()).hasSize(1);
    TaskPlan task = plan.tasks().get(0);
    assertThat(task.search()).hasToString("cifar10-half:valid:12:mean");
    assertThat(task.budget()).isEqualTo(new Budget.SimulatedSeconds(12_000));
    assertThat(task.overshoot()).isEqualTo(OvershootRule.REJECT);
    assertThat(task.targets())
        .containsExactly(
            Target.parse("cifar10:200"),
            Target.parse("cifar100:200"),
            Target.parse("imagenet16-120:200"));
    assertThat(task.targets().get(0).test()).hasToString("cifar10-all:test:200:mean");
  }

  @Test
  void aPresetCanBeRestrictedToSomeDatasets() {
    assertThat(read(WITH_PRESET + "datasets: [cifar100]").tasks())
        .extracting(TaskPlan::name)
        .containsExactly("cifar100");
    assertThat(read(WITH_PRESET + "datasets: imagenet16-120").tasks()).hasSize(1);
    assertRefused(WITH_PRESET + "datasets: [mnist]").withMessageContaining("(mnist)");
    assertRefused(WITH_PRESET + "datasets: [fashion-mnist-14]")
        .withMessageContaining("(fashion-mnist-14): it was not published");
    assertRefused(WITH_PRESET + "datasets: [cifar10, cifar10]")
        .withMessageContaining("(cifar10) occurs twice");
  }

  @Test
  void presetTasksAndDatasetsExcludeEachOther() {
    assertRefused(WITH_TASK + "preset: nats").withMessageContaining("(preset)");
    assertRefused("name: x\ntable: y\nmethods: z\n")
        .withMessageContaining("either a (preset) or its own (tasks)")
        .withMessageContaining("nats, nasbench201-paper");
    assertRefused(WITH_TASK + "datasets: [cifar10]").withMessageContaining("(datasets)");
    assertRefused(WITH_PRESET.replace("nats\n", "darts\n"))
        .withMessageContaining("(darts)")
        .withMessageContaining("nats, nasbench201-paper");
  }

  @Test
  void spacePresetsOfMethodsAndTheRuleOfIncumbentsAreRead() {
    StudyPlan plan =
        read(
            WITH_TASK
                    .replace("[random-search]", "\n  - {method: evolution, preset: published}")
                    .replace("table:", "space: oneshot1-1\ntable:")
                + "    incumbents: test-oracle\n");
    assertThat(plan.space()).contains("oneshot1-1");
    assertThat(plan.tasks().get(0).incumbents()).isEqualTo(IncumbentRule.TEST_ORACLE);
    assertThat(plan.methods().get(0).preset()).contains("published");
    assertThat(plan.methods().get(0).label()).isEqualTo("evolution-published");
    assertThat(read(WITH_TASK).tasks().get(0).incumbents()).isEqualTo(IncumbentRule.OBJECTIVE);
    assertThat(read(WITH_TASK).space()).isEmpty();
  }

  @Test
  void aRuleOfIncumbentsMustBeKnownAndTheOnlyOne() {
    assertRefused(WITH_TASK + "    incumbents: luck\n")
        .withMessageContaining("(luck)")
        .withMessageContaining("objective, test-oracle");
    assertRefused(WITH_TASK + "    incumbents: test-oracle\nproxies: [params]\n")
        .withMessageContaining("(proxies)")
        .withMessageContaining("test-oracle");
  }

  @ParameterizedTest
  @CsvSource({
    "nasbench101-colab, 5000000 seconds, OBJECTIVE",
    "oneshot1, 280 evaluations, OBJECTIVE",
    "oneshot1-oracle, 280 evaluations, TEST_ORACLE",
  })
  void presetsOfNasBench101LookAtOneTrainingAndReportTheMean(
      String preset, String budget, IncumbentRule incumbents) {
    TaskPlan task = read(WITH_PRESET.replace("nats\n", preset + "\n")).tasks().get(0);
    assertThat(task.search()).hasToString("cifar10-40k:valid:108:random");
    assertThat(task.budget()).hasToString(budget);
    assertThat(task.overshoot()).isEqualTo(OvershootRule.CHARGE);
    assertThat(task.targets()).containsExactly(Target.parse("cifar10-40k:108:mean"));
    assertThat(task.incumbents()).isEqualTo(incumbents);
  }

  // The budgets of the size space in the code of NATS-Bench.
  @Test
  void thePresetOfTheSizeSpaceDrawsTrainingsOfTwelveEpochsAndReportsNinety() {
    List<TaskPlan> tasks = read(WITH_PRESET.replace("nats\n", "nats-sss\n")).tasks();
    assertThat(tasks.stream().map(task -> task.search().toString()))
        .containsExactly(
            "cifar10-half:valid:12:random",
            "cifar100:valid:12:random",
            "imagenet16-120:valid:12:random");
    assertThat(tasks.stream().map(task -> task.budget().toString()))
        .containsExactly("20000 seconds", "40000 seconds", "60000 seconds");
    assertThat(tasks.get(1).targets()).containsExactly(Target.parse("cifar100:90:mean"));
    assertThat(tasks).allMatch(task -> task.overshoot() == OvershootRule.CHARGE);
  }

  @Test
  void aMisspeltKeyIsAnsweredWithTheKnownOnes() {
    assertRefused(WITH_PRESET + "dupplicates: free")
        .withMessageContaining("unknown key (dupplicates) at (plan)")
        .withMessageContaining(
            "allow-test-objective, correlate, datasets, duplicates, methods, name, preset, proxies,"
                + " proxy-budget, runs, seed, space, table, tasks, verify");
    assertRefused(WITH_TASK.replace("report:", "reports:"))
        .withMessageContaining("unknown key (reports) at (plan.tasks[0])")
        .withMessageContaining("budget, incumbents, name, overshoot, report, search");
    assertRefused(
            WITH_PRESET.replace(
                "[random-search]", "\n  - random-search\n  - {method: rea, lable: x}"))
        .withMessageContaining("unknown key (lable) at (plan.methods[1])")
        .withMessageContaining("label, method, preset, runs, settings");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "overshoot: charge | unknown key (overshoot) at (plan); it is a key of a task. Known",
        "by: 'cifar10:valid:12' | unknown key (by) at (plan); it is a key of verify. Known",
        "label: x | unknown key (label) at (plan); it is a key of a method. Known",
        "proxies: [none]; verify: {runs: 3} | at (plan.verify); it is a key of the plan and of a method.",
        "rnus: 5 | unknown key (rnus) at (plan). Known"
      })
  void aKeyAtTheWrongPlaceIsSentToItsOwn(String line, String message) {
    assertRefused(WITH_PRESET + line.replace("; ", "\n")).withMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "table"})
  void aMissingKeyIsNamed(String key) {
    assertRefused(WITH_PRESET.replaceAll("(?m)^" + key + ":.*\n", ""))
        .withMessageContaining("lacks the key (" + key + ") at (plan)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "search", "budget"})
  void aMissingKeyOfATaskIsNamed(String key) {
    String text =
        WITH_TASK.replace("- name:", "-\n    name:").replaceAll("    " + key + ":.*\n", "");
    assertRefused(text).withMessageContaining("lacks the key (" + key + ") at (plan.tasks[0])");
  }

  @Test
  void aTaskHasAReportAndAPlanHasMethods() {
    assertRefused(WITH_TASK.replaceAll(" +report:.*\n", ""))
        .withMessageContaining("(c10)")
        .withMessageContaining("at least one report");
    assertRefused(WITH_PRESET.replace("methods: [random-search]\n", ""))
        .withMessageContaining("at least one method");
    assertRefused(WITH_TASK.replaceAll("(?s)tasks:.*", "tasks: []"))
        .withMessageContaining("at least one task");
    assertRefused(WITH_PRESET.replace("[random-search]", "[{label: x}]"))
        .withMessageContaining("lacks the key (method) at (plan.methods[0])");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "runs: many | (runs) at (plan) must be a whole number",
        "runs: 1.5 | (runs) at (plan) must be a whole number",
        "runs: [1, 2] | (runs) at (plan) must be a single value, but is array",
        "runs: {a: 1} | (runs) at (plan) must be a single value, but is object",
        "runs: | (runs) at (plan) has no value",
        "runs: ~ | (runs) at (plan) has no value",
        "runs: '' | (runs) at (plan) has no value",
        "runs: 0 | (0) must be in 1..1000000",
        "runs: -3 | (-3) must be in 1..1000000",
        "runs: 1000001 | (1000001) must be in 1..1000000",
        "runs: 4294967297 | (4294967297) must be in 1..1000000",
        "runs: 99999999999999999999 | at most 18 digits",
        "seed: one | (seed) at (plan) must be a whole number",
        "seed: 99999999999999999999 | (99999999999999999999)",
        "allow-test-objective: maybe | must be true or false, but is (maybe)",
        "duplicates: cheap | full, free, free-by-class",
        "datasets: [[cifar10]] | must be a single value, but is array",
        "datasets: [~] | must be a single value, but is null",
        "datasets: [''] | (datasets) at (plan) must not be blank"
      })
  void aValueOfTheWrongKindIsNamed(String line, String keyword) {
    assertRefused(WITH_PRESET + line).withMessageContaining(keyword);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "methods: | (methods) at (plan) has no value",
        "methods: 5 | mapping at (plan.methods[0])",
        "methods: [~] | mapping at (plan.methods[0])",
        "methods: [random search] | (random search)",
        "methods: [a, a] | (a) occurs twice",
        "methods: [{method: a, settings: [1]}] | (settings) at (plan.methods[0]) must be a mapping",
        "methods: [{method: a, settings: {x: [1]}}] | (x) at (plan.methods[0]) must be a single",
        "methods: [{method: a, settings: {x: ~}}] | (x) at (plan.methods[0]) must be a single",
        "methods: [{method: a, label: ../b}] | (../b)"
      })
  void aMethodThatMakesNoSenseIsNamed(String line, String keyword) {
    assertRefused(WITH_PRESET.replace("methods: [random-search]", line))
        .withMessageContaining(keyword);
  }

  @ParameterizedTest
  @CsvSource({
    "cifar10:test:200, 'cifar10-all:test:200:mean'",
    "cifar100:valid+test:12, 'cifar100:valid+test:12:mean'"
  })
  void aSearchOnTestImagesMustBeAllowed(String search, String full) {
    String text = WITH_TASK.replace("cifar10:valid:12", search);
    assertRefused(text)
        .withMessageContaining("(c10)")
        .withMessageContaining("(" + full + ")")
        .withMessageContaining("allow-test-objective: true");
    assertRefused(text + "allow-test-objective: false");
    assertThat(read(text + "allow-test-objective: true").tasks().get(0).searchesOnTest()).isTrue();
  }

  @Test
  void aRepeatedKeyIsRefused() {
    assertRefused(WITH_PRESET + "runs: 5\nruns: 6\n")
        .withMessageContaining("in line 6")
        .withMessageContaining("Duplicate field 'runs'");
  }

  @Test
  void badYamlIsRefusedWithItsLine() {
    assertRefused("name: a\ntable: [b\nruns: 5\n").withMessageContaining("no valid YAML in line 3");
    assertRefused("name: a\n\tb: c")
        .withMessageContaining("no valid YAML in line 2: found character '\\t(TAB)'");
  }

  @Test
  void aSecondDocumentIsRefused() {
    assertRefused(WITH_PRESET + "---\nruns: 5\n").withMessageContaining("no valid YAML");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "just words", "[1, 2]", "# nothing"})
  void aPlanIsAMapping(String text) {
    assertRefused(text).withMessageContaining("must be a mapping at (plan)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cifar10", "cifar10:200:777:1", "mnist:200", "cifar10:200:each"})
  void aReportIsADatasetAndASchedule(String report) {
    assertRefused(WITH_TASK.replace("report: cifar10:200", "report: '" + report + "'"));
  }
}
