package org.nasbench4j.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nasbench4j.budget.Budget;
import org.nasbench4j.budget.DuplicatePricing;
import org.nasbench4j.budget.OvershootRule;
import org.nasbench4j.proxy.Quantity;
import org.nasbench4j.table.DatasetId;
import org.nasbench4j.table.Query;

/**
 * Reads a {@link StudyPlan} from YAML. Keys that are not known are errors, never ignored.
 *
 * <p>Defaults: 500 runs (the number of the NAS-Bench-201 and NATS-Bench papers), seed 1, duplicates
 * charged in full (as the published code does), {@code overshoot: charge} (NATS-Bench), every task
 * on its own signal, incumbents by what is optimised, no second stage; one that is asked for looks
 * up 10.
 */
public final class PlanReader {
  /** A message of the YAML parser: the last place is the problem's, those before are context. */
  private static final Pattern MARKED =
      Pattern.compile("(?s)(?:.*\n)?(?<reason>[^\n]+)\n in 'reader', line (?<line>[0-9]+),.*");

  private static final int DEFAULT_RUNS = 500;
  private static final int MOST_RUNS = 1_000_000;
  private static final int DEFAULT_SEED = 1;
  private static final int DEFAULT_TOP = 10;

  private final YAMLMapper yaml =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Creates a reader. */
  public PlanReader() {}

  /**
   * Reads a plan.
   *
   * @param text YAML
   * @return the plan
   * @throws IllegalArgumentException if the text is no YAML, a key is unknown or missing, or a
   *     value makes no sense; the message names it
   */
  public StudyPlan read(String text) {
    PlanNode plan = PlanNode.of("plan", parse(text), PlanLevel.PLAN);
    int runs = runs(plan.integer("runs", DEFAULT_RUNS));
    return new StudyPlan(
        plan.text("name"),
        plan.text("table"),
        plan.optionalText("space"),
        plan.integer("seed", DEFAULT_SEED),
        runs,
        plan.optionalText("duplicates").map(DuplicatePricing::parse).orElse(DuplicatePricing.FULL),
        plan.yes("allow-test-objective") ? TestObjectives.ALLOWED : TestObjectives.REFUSED,
        factor(plan).applied(tasks(plan)),
        methods(plan),
        plan.has("correlate")
            ? plan.texts("correlate").stream().map(Quantity::parse).toList()
            : List.of());
  }

  private static int runs(long runs) {
    if (runs < 1 || runs > MOST_RUNS) {
      throw new IllegalArgumentException(
          "The plan's runs (%d) must be in 1..%d.".formatted(runs, MOST_RUNS));
    }
    return (int) runs;
  }

  private JsonNode parse(String text) {
    try {
      return yaml.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The plan is no valid YAML%s.".formatted(problem(e)), e);
    }
  }

  private static String problem(JsonProcessingException e) {
    Matcher marked = MARKED.matcher(e.getOriginalMessage());
    if (marked.matches()) {
      return " in line " + marked.group("line") + ": " + marked.group("reason");
    }
    String where = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
    return where + ": " + e.getOriginalMessage().lines().findFirst().orElse("no reason given");
  }

  private static List<TaskPlan> tasks(PlanNode plan) {
    Optional<Preset> preset = plan.optionalText("preset").map(Preset::parse);
    if (preset.isPresent() == plan.has("tasks")) {
      throw new IllegalArgumentException(
          "The plan must have either a (preset) or its own (tasks). Presets: %s."
              .formatted(
                  Arrays.stream(Preset.values())
                      .map(Preset::id)
                      .collect(Collectors.joining(", "))));
    }
    if (preset.isPresent()) {
      return presetTasks(plan, preset.get());
    }
    if (plan.has("datasets")) {
      throw new IllegalArgumentException(
          "The plan's (datasets) belong to a (preset); a task names its dataset in (search).");
    }
    List<TaskPlan> tasks = new ArrayList<>();
    for (JsonNode item : plan.items("tasks")) {
      tasks.add(task(PlanNode.of(plan.path("tasks", tasks.size()), item, PlanLevel.TASK)));
    }
    return tasks;
  }

  private static List<TaskPlan> presetTasks(PlanNode plan, Preset preset) {
    List<DatasetId> datasets = plan.texts("datasets").stream().map(DatasetId::parse).toList();
    return (datasets.isEmpty() ? preset.datasets() : datasets).stream().map(preset::task).toList();
  }

  private static Factor factor(PlanNode plan) {
    if (!plan.has("proxies")) {
      for (String key : List.of("proxy-budget", "verify")) {
        if (plan.has(key)) {
          throw new IllegalArgumentException(
              "The plan's (%s) goes with (proxies), which it lacks.".formatted(key));
        }
      }
      return Factor.ABSENT;
    }
    return new Factor(
        plan.texts("proxies").stream().map(PlanReader::signal).toList(),
        plan.optionalText("proxy-budget").map(Budget::parse),
        plan.optionalItem("verify")
            .map(item -> verify(PlanNode.of("plan.verify", item, PlanLevel.VERIFY))));
  }

  private static Optional<Quantity> signal(String text) {
    if (text.equals(Signal.NONE)) {
      return Optional.empty();
    }
    Quantity proxy = Quantity.parse(text);
    if (proxy instanceof Quantity.Accuracy) {
      throw new IllegalArgumentException(
          "The plan's (proxies) have an accuracy (%s). Name proxies or stored columns, or (none)"
                  .formatted(text)
              + " for the task's own signal.");
    }
    return Optional.of(proxy);
  }

  private static Factor.Verify verify(PlanNode node) {
    return new Factor.Verify(
        (int) Math.min(node.integer("top", DEFAULT_TOP), Integer.MAX_VALUE),
        node.optionalText("by").map(Query::parse));
  }

  private static TaskPlan task(PlanNode task) {
    StudyPlan.requireName("task", task.text("name"));
    return new TaskPlan(
        task.text("name"),
        Quantity.parse(task.text("search")),
        Budget.parse(task.text("budget")),
        task.optionalText("overshoot").map(OvershootRule::parse).orElse(OvershootRule.CHARGE),
        task.texts("report").stream().map(Target::parse).toList(),
        Optional.empty(),
        task.optionalText("incumbents").map(IncumbentRule::parse).orElse(IncumbentRule.OBJECTIVE));
  }

  private static List<MethodPlan> methods(PlanNode plan) {
    List<MethodPlan> methods = new ArrayList<>();
    for (JsonNode item : plan.items("methods")) {
      methods.add(
          item.isTextual()
              ? MethodPlan.withDefaults(item.asText())
              : method(PlanNode.of(plan.path("methods", methods.size()), item, PlanLevel.METHOD)));
    }
    return methods;
  }

  private static MethodPlan method(PlanNode node) {
    String method = node.text("method");
    Optional<String> preset = node.optionalText("preset");
    String name = preset.map(words -> method + "-" + words).orElse(method);
    return new MethodPlan(
        node.optionalText("label").orElse(name),
        method,
        preset,
        node.map("settings"),
        node.has("runs") ? OptionalInt.of(runs(node.integer("runs", 0))) : OptionalInt.empty());
  }
}
