package org.nasbench4j.jmh.compare;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Writes results in the layout of JMH 1.37, as far as it matters here. */
final class JmhJson {

  private JmhJson() {}

  static String file(String... results) {
    return "[" + String.join(",", results) + "]";
  }

  /** A result of one fork. */
  static String result(String method, String mode, String unit, double... iterations) {
    return """
        {"jmhVersion": "1.37", "benchmark": "org.example.Some.%s", "mode": "%s", "threads": 1,
         "jvmArgs": ["-Xmx1g"], "vmName": "VM", "vmVersion": "17.0.1", "params": {"n": "10"},
         "primaryMetric": {"score": %s, "scoreError": "NaN", "scoreUnit": "%s", "rawData": [%s]},
         "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 24.0, "scoreError": "NaN",
           "scoreUnit": "B/op", "rawData": [[24.0, 24.0, 24.0]]}}}
        """
        .formatted(
            method,
            mode,
            DoubleStream.of(iterations).average().orElse(Double.NaN),
            unit,
            Arrays.toString(iterations));
  }
}
