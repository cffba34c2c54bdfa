package org.nasbench4j.study;

/**
 * Which signal a task searches on, as its name says: {@code BASE} as the plan has it, or {@code
 * BASE+PROXY} for the same task searched on a proxy. The names of plans have no plus.
 *
 * @param base the name of the task in the plan
 * @param name the proxy, or {@link #NONE}
 */
public record Signal(String base, String name) {

  /** The task as it stands in the plan. */
  public static final String NONE = "none";

  private static final char PLUS = '+';

  /**
   * Reads a task's name.
   *
   * @param task the name, for example {@code cifar10} or {@code cifar10+rmi-fast}
   * @return base and signal
   */
  public static Signal of(String task) {
    int plus = task.indexOf(PLUS);
    return plus < 0
        ? new Signal(task, NONE)
        : new Signal(task.substring(0, plus), task.substring(plus + 1));
  }

  /**
   * Whether the task searches on a proxy in place of its own signal.
   *
   * @return false for the task as it stands in the plan
   */
  public boolean isProxy() {
    return !name.equals(NONE);
  }

  /**
   * The name of the task.
   *
   * @return what {@link #of} reads
   */
  public String task() {
    return isProxy() ? base + PLUS + name : base;
  }
}
