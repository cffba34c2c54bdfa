package org.nasbench4j.jmh.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lays two results side by side. */
final class Comparer {

  private static final String BYTES_PER_OPERATION = "gc.alloc.rate.norm";

  private final Judge judge;
  private final List<Line> speed = new ArrayList<>();
  private final List<Line> allocation = new ArrayList<>();
  private final Set<String> warnings = new LinkedHashSet<>();

  private Comparer(Judge judge) {
    this.judge = judge;
  }

  static Comparison compare(List<Measurement> before, List<Measurement> after, Judge judge) {
    Map<BenchmarkId, Measurement> a = byId(before);
    Map<BenchmarkId, Measurement> b = byId(after);
    Set<BenchmarkId> ids = new TreeSet<>(a.keySet());
    ids.addAll(b.keySet());
    Comparer comparer = new Comparer(judge);
    ids.forEach(id -> comparer.add(id, a.get(id), b.get(id)));
    if (a.keySet().stream().noneMatch(b::containsKey)) {
      comparer.warnings.add("No benchmark is in both files: nothing was compared.");
    }
    return new Comparison(comparer.speed, comparer.allocation, List.copyOf(comparer.warnings));
  }

  private static Map<BenchmarkId, Measurement> byId(List<Measurement> measurements) {
    return measurements.stream().collect(Collectors.toMap(Measurement::id, Function.identity()));
  }

  private void add(BenchmarkId id, @Nullable Measurement before, @Nullable Measurement after) {
    if (before != null && after != null) {
      addBoth(before, after);
    } else if (before != null) {
      speed.add(Line.onlyInA(id, before.primary()));
    } else if (after != null) {
      speed.add(Line.onlyInB(id, after.primary()));
    }
  }

  private void addBoth(Measurement before, Measurement after) {
    BenchmarkId id = before.id();
    Direction direction = Direction.of(id.mode());
    speed.add(line(id, Aspect.SPEED, direction, before.primary(), after.primary()));
    Metric a = before.secondary().get(BYTES_PER_OPERATION);
    Metric b = after.secondary().get(BYTES_PER_OPERATION);
    if (a != null && b != null) {
      allocation.add(line(id, Aspect.ALLOCATION, Direction.LOWER_IS_BETTER, a, b));
    }
    warnOfDifferences(before.environment(), after.environment());
  }

  private Line line(
      BenchmarkId id, Aspect aspect, Direction direction, Metric before, Metric after) {
    return Line.ofBoth(id, before, after, judge.judge(aspect, direction, before, after));
  }

  private void warnOfDifferences(Map<String, String> before, Map<String, String> after) {
    Set<String> facts = new TreeSet<>(before.keySet());
    facts.addAll(after.keySet());
    for (String fact : facts) {
      String a = before.getOrDefault(fact, "unknown");
      String b = after.getOrDefault(fact, "unknown");
      if (!a.equals(b)) {
        warnings.add("The files differ in %s: %s in A, %s in B.".formatted(fact, a, b));
      }
    }
  }
}
