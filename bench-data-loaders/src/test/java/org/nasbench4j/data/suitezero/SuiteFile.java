package org.nasbench4j.data.suitezero;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes files of the structure of NAS-Bench-Suite-Zero's, in both forms, to be tampered with. */
final class SuiteFile {
  static final List<String> PROXIES = List.of("grad_norm", "synflow", "flops");

  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, Map<String, Map<String, Object>>> datasets = new LinkedHashMap<>();

  /** Adds an architecture in the published form. */
  SuiteFile add(String dataset, String architecture, double accuracy) {
    Map<String, Object> values = record(dataset, architecture);
    for (String proxy : PROXIES) {
      values.put(proxy, Map.of("score", accuracy + proxy.length(), "time", 0.25));
    }
    values.put("val_accuracy", accuracy);
    return this;
  }

  /** Adds an architecture in the older form. */
  SuiteFile addBare(String dataset, String architecture, double accuracy) {
    Map<String, Object> values = record(dataset, architecture);
    PROXIES.forEach(proxy -> values.put(proxy, accuracy + proxy.length()));
    values.put("val_accuracy", accuracy);
    return this;
  }

  Map<String, Object> record(String dataset, String architecture) {
    return Objects.requireNonNull(
        datasets
            .computeIfAbsent(dataset, absent -> new LinkedHashMap<>())
            .computeIfAbsent(architecture, absent -> new LinkedHashMap<>()));
  }

  Path write(Path file) throws IOException {
    return Files.write(file, JSON.writeValueAsBytes(datasets));
  }

  /** Writes the older form, with the space around all. */
  Path write(String space, Path file) throws IOException {
    return Files.write(file, JSON.writeValueAsBytes(Map.of(space, datasets)));
  }
}
