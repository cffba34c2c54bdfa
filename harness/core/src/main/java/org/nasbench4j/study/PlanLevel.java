package org.nasbench4j.study;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The mappings of a plan, each with its keys. */
enum PlanLevel {
  PLAN(
      "the plan",
      "name",
      "table",
      "space",
      "seed",
      "runs",
      "duplicates",
      "allow-test-objective",
      "preset",
      "datasets",
      "tasks",
      "methods",
      "correlate",
      "proxies",
      "proxy-budget",
      "verify"),
  TASK("a task", "name", "search", "budget", "overshoot", "incumbents", "report"),
  METHOD("a method", "method", "label", "preset", "settings", "runs"),
  VERIFY("verify", "top", "by");

  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // of Set.of
  private final Set<String> keys;

  PlanLevel(String words, String... keys) {
    this.words = words;
    this.keys = Set.of(keys);
  }

  boolean knows(String key) {
    return keys.contains(key);
  }

  /** All keys in alphabetical order, joined by commas. */
  String known() {
    return keys.stream().sorted().collect(Collectors.joining(", "));
  }

  /** Whose key it is instead, in words: {@code a task}; empty where no level knows it. */
  static String owners(String key) {
    return Arrays.stream(values())
        .filter(level -> level.knows(key))
        .map(level -> level.words)
        .collect(Collectors.joining(" and of "));
  }
}
