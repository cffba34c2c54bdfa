package org.nasbench4j.study;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.nasbench4j.budget.DuplicatePricing;
import org.nasbench4j.proxy.Quantity;
import org.nasbench4j.space.oneshot1.OneShotLayout;
import org.nasbench4j.table.OneShotTable;
import org.nasbench4j.table.Table;

/**
 * What a study compares: every method on every task, many runs each. {@link PlanReader} reads it
 * from YAML.
 *
 * @param name what the reports are titled with
 * @param table the name or path of the table
 * @param space the search space, where it is a part of the table's
 * @param seed the study's seed; every run derives its own randomness from it
 * @param runs the number of runs of each method on each task, at least 1; a method may have fewer
 * @param duplicates what asking again costs
 * @param testObjectives whether a search may look at test images
 * @param tasks the problems, at least one
 * @param methods the methods, at least one
 * @param agreements measures that are correlated with the final test accuracies; may be empty
 */
public record StudyPlan(
    String name,
    String table,
    Optional<String> space,
    long seed,
    int runs,
    DuplicatePricing duplicates,
    TestObjectives testObjectives,
    List<TaskPlan> tasks,
    List<MethodPlan> methods,
    List<Quantity> agreements) {

  /** Checks counts, names and the use of the test split. */
  public StudyPlan {
    if (runs < 1) {
      throw new IllegalArgumentException(
          "The plan's runs (%d) must be at least 1.".formatted(runs));
    }
    tasks = List.copyOf(tasks);
    methods = List.copyOf(methods);
    agreements = List.copyOf(agreements);
    requireUnique("task", tasks, TaskPlan::name);
    requireUnique("method label", methods, MethodPlan::label);
    methods.forEach(method -> requireRuns(method, runs));
    for (TaskPlan task : tasks) {
      if (task.searchesOnTest() && testObjectives == TestObjectives.REFUSED) {
        throw new IllegalArgumentException(
            "The task (%s) searches on (%s), which contains test images. Maybe search on the valid"
                    .formatted(task.name(), task.search())
                + " split, or say allow-test-objective: true and have every report stamped.");
      }
    }
  }

  /**
   * The table that is searched.
   *
   * @param table the table that the plan names
   * @return the table itself, or a view of it where the plan names a space of NAS-Bench-1Shot1
   * @throws IllegalArgumentException if the plan's space is neither the table's nor a part of it
   * @throws org.nasbench4j.table.MissingRecordException if the table lacks modules of the space
   */
  public Table searched(Table table) {
    return space
        .filter(id -> !id.equals(table.space().id()))
        .map(id -> (Table) OneShotTable.of(table, layout(id, table)))
        .orElse(table);
  }

  private static OneShotLayout layout(String id, Table table) {
    return Arrays.stream(OneShotLayout.values())
        .filter(layout -> layout.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The plan's space (%s) must be that of the table, %s, or one of oneshot1-1,"
                            .formatted(id, table.space().id())
                        + " oneshot1-2, oneshot1-3 in a table of nb101."));
  }

  /**
   * The number of runs of one method on each task.
   *
   * @param method one of the plan's methods
   * @return its own number, or the plan's
   */
  public int runs(MethodPlan method) {
    return method.runs().orElse(runs);
  }

  /**
   * The number of runs in the whole study.
   *
   * @return tasks × the sum of the methods' runs
   */
  public long totalRuns() {
    return tasks.size() * methods.stream().mapToLong(this::runs).sum();
  }

  private static void requireRuns(MethodPlan method, int most) {
    int runs = method.runs().orElse(most);
    if (runs < 1 || runs > most) {
      throw new IllegalArgumentException(
          "The runs (%d) of the method (%s) must be in 1..%d, the plan's own runs."
              .formatted(runs, method.label(), most));
    }
  }

  static void requireName(String what, String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw new IllegalArgumentException(
          "The %s name (%s) must be 1 to 64 letters, digits, dots, hyphens or underscores."
              .formatted(what, name));
    }
  }

  private static <T> void requireUnique(String what, List<T> items, Function<T, String> name) {
    if (items.isEmpty()) {
      throw new IllegalArgumentException("The plan must have at least one %s.".formatted(what));
    }
    Set<String> seen = new HashSet<>();
    for (T item : items) {
      if (!seen.add(name.apply(item))) {
        throw new IllegalArgumentException(
            "The %s (%s) occurs twice. Give one of them another name."
                .formatted(what, name.apply(item)));
      }
    }
  }
}
