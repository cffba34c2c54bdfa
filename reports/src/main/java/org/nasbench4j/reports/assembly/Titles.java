package org.nasbench4j.reports.assembly;

/** What is put above results: no more than tells them from the study's others. */
final class Titles {
  private Titles() {}

  /**
   * The title of a task's results on a target.
   *
   * @param tasks the number of tasks in the plan, signals aside
   * @param task its name in the plan
   * @param target what they are judged by
   * @return the target, behind the task where that says more
   */
  static String of(long tasks, String task, String target) {
    return tasks == 1 || task.equals(target) ? target : task + ": " + target;
  }
}
