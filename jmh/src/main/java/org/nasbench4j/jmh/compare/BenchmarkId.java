package org.nasbench4j.jmh.compare;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was measured: two results with equal ids may be compared.
 *
 * @param name class and method with their package
 * @param mode JMH's short name of the mode, for example {@code avgt}
 * @param threads the number of threads that called the method
 * @param params the parameters by name
 */
record BenchmarkId(String name, String mode, int threads, SortedMap<String, String> params)
    implements Comparable<BenchmarkId> {

  private static final Comparator<BenchmarkId> ORDER =
      Comparator.comparing(BenchmarkId::name)
          .thenComparing(id -> id.params().toString())
          .thenComparing(BenchmarkId::mode)
          .thenComparing(BenchmarkId::threads);

  /** Copies the parameters. */
  BenchmarkId {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  /** Class, method, parameters and, if there are several, threads: without the package. */
  String label() {
    String[] parts = name.split("\\.", -1);
    String method = parts[parts.length - 1];
    String owner = parts.length > 1 ? parts[parts.length - 2] + "." : "";
    String values =
        params.entrySet().stream()
            .map(param -> " " + param.getKey() + "=" + param.getValue())
            .collect(Collectors.joining());
    return owner + method + values + (threads > 1 ? " threads=" + threads : "");
  }

  @Override
  public int compareTo(BenchmarkId other) {
    return ORDER.compare(this, other);
  }
}
