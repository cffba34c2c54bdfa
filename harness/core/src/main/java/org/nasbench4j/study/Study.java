package org.nasbench4j.study;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.nasbench4j.budget.OvershootRule;
import org.nasbench4j.io.Sha256;
import org.nasbench4j.proxy.ProxyCatalog;
import org.nasbench4j.search.MethodCatalog;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.SearchMethodProvider;
import org.nasbench4j.search.SearchStart;
import org.nasbench4j.search.Setting;
import org.nasbench4j.search.Settings;
import org.nasbench4j.search.SettingsPreset;
import org.nasbench4j.table.Table;
import org.nasbench4j.word.Words;

/**
 * A plan whose names have all been resolved: every mistake that can be found before the first run
 * has been found. Immutable; runs may be executed from any thread.
 */
public final class Study {
  private final StudyPlan plan;
  private final String text;
  private final Table table;
  private final Map<String, Task> tasks;
  private final Map<String, Contestant> contestants;
  private final Agreements agreements;

  private Study(
      StudyPlan plan,
      String text,
      Table table,
      Map<String, Task> tasks,
      Map<String, Contestant> contestants,
      Agreements agreements) {
    this.plan = plan;
    this.text = text;
    this.table = table;
    this.tasks = tasks;
    this.contestants = contestants;
    this.agreements = agreements;
  }

  /** A method with its complete settings. */
  record Contestant(
      MethodPlan plan,
      SearchMethodProvider provider,
      Optional<SettingsPreset> preset,
      Settings settings) {

    static Contestant of(MethodPlan plan, MethodCatalog methods) {
      SearchMethodProvider provider = methods.get(plan.method());
      Optional<SettingsPreset> preset = plan.preset().map(name -> preset(provider, name));
      Map<String, String> given = new TreeMap<>();
      preset.ifPresent(published -> given.putAll(published.settings()));
      given.putAll(plan.settings());
      return new Contestant(
          plan, provider, preset, Settings.of(plan.method(), provider.settings(), given));
    }

    private static SettingsPreset preset(SearchMethodProvider provider, String name) {
      return provider.presets().isEmpty()
          ? noPreset(provider, name)
          : Words.of("preset of " + provider.name(), provider.presets(), SettingsPreset::name)
              .choose(name);
    }

    private static SettingsPreset noPreset(SearchMethodProvider provider, String name) {
      throw new IllegalArgumentException(
          "The method (%s) has no preset (%s), nor any other.".formatted(provider.name(), name));
    }

    /** Where a value comes from: the plan, its preset, or the origin of the default. */
    String origin(Setting setting) {
      return plan.settings().containsKey(setting.name())
          ? "plan"
          : preset
              .filter(published -> published.settings().containsKey(setting.name()))
              .map(published -> "preset %s: %s".formatted(published.name(), published.origin()))
              .orElse(setting.origin());
    }

    SearchMethod start(Task task, int run, long seed, RandomGenerator random) {
      return provider.create(
          new SearchStart(
              task.table().space(), task.objective().scale(), task.signal(), run, seed, random),
          settings);
    }

    /** Fails where a setting is out of range or does not fit what a task searches on. */
    void requireFit(List<Task> tasks, long seed) {
      boolean ownWork = !provider.ownWork(settings).isEmpty();
      for (Task task : tasks) {
        if (ownWork) {
          requireFirstLook(task.plan());
        }
        start(task, 0, seed, RunRandom.of(0, new RunKey("", plan.label(), -1)));
      }
    }

    // The price of a look is known after the work alone, and a run needs one look.
    private void requireFirstLook(TaskPlan task) {
      if (task.mayRejectTheFirst()) {
        throw new IllegalArgumentException(
            "The method (%s) works by itself, which may cost more than the budget (%s) of the task (%s) before its first look. Use overshoot: %s, not (%s), or a budget of evaluations."
                .formatted(
                    plan.label(),
                    task.budget(),
                    task.name(),
                    OvershootRule.CHARGE.id(),
                    OvershootRule.REJECT.id()));
      }
    }
  }

  /**
   * Reads and resolves a plan.
   *
   * @param text the plan, YAML
   * @param table the measurements; where the plan names a part of their space, the rest is not used
   * @param methods the search methods that are available
   * @param proxies the proxies that are available
   * @return the study
   * @throws IllegalArgumentException if the plan is wrong, a setting is out of range, or the table
   *     does not hold the whole space
   * @throws org.nasbench4j.table.MissingRecordException if the table lacks what the plan needs
   */
  public static Study of(String text, Table table, MethodCatalog methods, ProxyCatalog proxies) {
    StudyPlan plan = new PlanReader().read(text);
    return of(plan, text, plan.searched(table), methods, proxies);
  }

  private static Study of(
      StudyPlan plan, String text, Table table, MethodCatalog methods, ProxyCatalog proxies) {
    requireWholeSpace(table);
    List<Contestant> contestants =
        plan.methods().stream().map(method -> Contestant.of(method, methods)).toList();
    List<Task> tasks = plan.tasks().stream().map(task -> Task.of(task, table, proxies)).toList();
    tasks.forEach(task -> DrawnTrainings.requireFit(task, plan.duplicates()));
    contestants.forEach(contestant -> contestant.requireFit(tasks, plan.seed()));
    return new Study(
        plan,
        text,
        table,
        tasks.stream().collect(Collectors.toMap(t -> t.plan().name(), Function.identity())),
        contestants.stream().collect(Collectors.toMap(c -> c.plan().label(), c -> c)),
        Agreements.of(plan, tasks, table, proxies));
  }

  private static void requireWholeSpace(Table table) {
    if (table.rows() < table.space().measured()) {
      throw new IllegalArgumentException(
          "The table (%s) holds %d of the %d architectures of %s; a search needs all of them."
              .formatted(
                  table.info().name(), table.rows(), table.space().measured(), table.space().id()));
    }
  }

  /**
   * The plan.
   *
   * @return as it was resolved
   */
  public StudyPlan plan() {
    return plan;
  }

  /**
   * Describes the study, with the yardsticks that are computed from the table.
   *
   * @param provenance versions and machine
   * @return the header
   */
  public StudyHeader header(StudyHeader.Provenance provenance) {
    List<StudyHeader.Task> headers =
        plan.tasks().stream().map(task -> Yardsticks.of(task(task.name()))).toList();
    List<StudyHeader.Method> methods = plan.methods().stream().map(this::header).toList();
    return new StudyHeader(
        StudyHeader.FORMAT,
        plan.name(),
        text,
        planHash(text),
        plan.seed(),
        plan.runs(),
        plan.duplicates().id(),
        table.info(),
        headers,
        new StudyHeader.Setup(methods, agreements.all(), provenance));
  }

  /**
   * Fails unless a study was begun with this plan over this table.
   *
   * @throws IllegalArgumentException if plan or table differ
   */
  void requireSame(StudyHeader begun) {
    if (!begun.planHash().equals(planHash(text))) {
      throw new IllegalArgumentException(
          "The study (%s) was begun with another plan.".formatted(begun.name()));
    }
    if (!begun.table().contentHash().equals(table.info().contentHash())) {
      throw new IllegalArgumentException(
          "The study (%s) was begun with a table of content %s, but (%s) has content %s."
              .formatted(
                  begun.name(),
                  begun.table().contentHash(),
                  table.info().name(),
                  table.info().contentHash()));
    }
    begun.setup().methods().forEach(this::requireSameWork);
  }

  // Seconds of different machines or devices must not stand in one study.
  private void requireSameWork(StudyHeader.Method begun) {
    Contestant contestant = contestant(begun.label());
    String now = contestant.provider().ownWork(contestant.settings());
    if (!begun.ownWork().equals(now)) {
      throw new IllegalArgumentException(
          "The method (%s) was begun on (%s), but would go on on (%s). Choose the same device."
              .formatted(begun.label(), begun.ownWork(), now));
    }
  }

  static String planHash(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }

  private StudyHeader.Method header(MethodPlan method) {
    Contestant contestant = contestant(method.label());
    List<StudyHeader.SettingValue> settings =
        contestant.provider().settings().stream()
            .map(
                setting ->
                    new StudyHeader.SettingValue(
                        setting.name(),
                        String.valueOf(contestant.settings().asMap().get(setting.name())),
                        contestant.origin(setting)))
            .toList();
    return new StudyHeader.Method(
        method.label(),
        method.method(),
        contestant.provider().summary(),
        settings,
        plan.runs(method),
        contestant.provider().ownWork(contestant.settings()));
  }

  /** The keys of all runs, in the order of the results. */
  List<RunKey> keys() {
    List<RunKey> keys = new ArrayList<>();
    for (TaskPlan task : plan.tasks()) {
      for (MethodPlan method : plan.methods()) {
        for (int run = 0; run < plan.runs(method); run++) {
          keys.add(new RunKey(task.name(), method.label(), run));
        }
      }
    }
    return keys;
  }

  /** Executes one run; the same key always gives the same record. */
  RunExecutor.Outcome run(RunKey key, LongSupplier nanoClock) {
    Task task = task(key.task());
    RandomGenerator random = RunRandom.of(plan.seed(), key);
    SearchMethod method = contestant(key.method()).start(task, key.run(), plan.seed(), random);
    RandomGenerator evaluations = RunRandom.ofEvaluations(plan.seed(), key);
    return new RunExecutor(task, key, method, evaluations, plan.duplicates(), nanoClock).run();
  }

  private Task task(String name) {
    Task task = tasks.get(name);
    if (task == null) {
      throw new IllegalArgumentException("The study has no task (%s).".formatted(name));
    }
    return task;
  }

  private Contestant contestant(String label) {
    Contestant contestant = contestants.get(label);
    if (contestant == null) {
      throw new IllegalArgumentException("The study has no method (%s).".formatted(label));
    }
    return contestant;
  }
}
