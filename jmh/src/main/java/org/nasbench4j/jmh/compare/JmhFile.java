package org.nasbench4j.jmh.compare;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.table.FilePlace;
import org.nasbench4j.table.MalformedTableException;

/**
 * Reads what JMH wrote with {@code -rf json}, and what is known about the machine: a properties
 * file beside it with the ending {@code .machine} instead of {@code .json}.
 */
final class JmhFile {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The commit is what a comparison is about; it is no reason to distrust it. */
  private static final String COMMIT = "commit";

  private final Path path;

  private JmhFile(Path path) {
    this.path = path;
  }

  /**
   * Reads a result.
   *
   * @param path a file that JMH wrote
   * @return at least one measurement, all of different benchmarks
   * @throws IOException if it cannot be read
   * @throws MalformedTableException if it is no JSON result of JMH
   */
  static List<Measurement> read(Path path) throws IOException {
    return new JmhFile(path).read();
  }

  private List<Measurement> read() throws IOException {
    JsonNode root = parse();
    if (!root.isArray() || root.isEmpty()) {
      throw malformed("it holds no list of JMH results; write one with -rf json");
    }
    SortedMap<String, String> machine = machine();
    List<Measurement> measurements = new ArrayList<>();
    Set<BenchmarkId> ids = new HashSet<>();
    for (JsonNode result : root) {
      Measurement measurement = measurement(result, machine);
      if (!ids.add(measurement.id())) {
        throw malformed("it holds (%s) twice".formatted(measurement.id().label()));
      }
      measurements.add(measurement);
    }
    return measurements;
  }

  private JsonNode parse() throws IOException {
    if (Files.isDirectory(path)) {
      throw new FileSystemException(path.toString(), null, "is a folder");
    }
    byte[] bytes = Files.readAllBytes(path);
    try {
      return JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new MalformedTableException(path, place(e.getLocation()), "it is no JSON", e);
    }
  }

  private static FilePlace place(@Nullable JsonLocation location) {
    return location == null || location.getLineNr() < 1
        ? new FilePlace.Whole()
        : new FilePlace.AtLine(location.getLineNr());
  }

  private SortedMap<String, String> machine() throws IOException {
    SortedMap<String, String> machine = new TreeMap<>();
    Path file = machineFile();
    if (Files.exists(file)) {
      Properties facts = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        facts.load(reader);
      } catch (IllegalArgumentException e) {
        throw new MalformedTableException(file, String.valueOf(e.getMessage()), e);
      }
      facts.stringPropertyNames().forEach(name -> machine.put(name, facts.getProperty(name)));
    }
    machine.remove(COMMIT);
    return machine;
  }

  private Path machineFile() {
    String name = String.valueOf(path.getFileName());
    return path.resolveSibling(name.replaceFirst("\\.json$", "") + ".machine");
  }

  private Measurement measurement(JsonNode result, SortedMap<String, String> machine) {
    SortedMap<String, Metric> secondary = new TreeMap<>();
    for (var entry : result.path("secondaryMetrics").properties()) {
      secondary.put(entry.getKey().replace("·", ""), metric(entry.getValue()));
    }
    SortedMap<String, String> environment = new TreeMap<>(machine);
    environment.putAll(jvm(result));
    return new Measurement(
        id(result), metric(required(result, "primaryMetric")), secondary, environment);
  }

  private BenchmarkId id(JsonNode result) {
    SortedMap<String, String> params = new TreeMap<>();
    for (var entry : result.path("params").properties()) {
      params.put(entry.getKey(), entry.getValue().asText());
    }
    return new BenchmarkId(
        required(result, "benchmark").asText(),
        required(result, "mode").asText(),
        result.path("threads").asInt(1),
        params);
  }

  private static SortedMap<String, String> jvm(JsonNode result) {
    SortedMap<String, String> jvm = new TreeMap<>();
    for (String fact : List.of("jmhVersion", "vmName", "vmVersion")) {
      jvm.put(fact, result.path(fact).asText("unknown"));
    }
    List<String> arguments = new ArrayList<>();
    result.path("jvmArgs").forEach(argument -> arguments.add(argument.asText()));
    jvm.put("jvmArgs", arguments.isEmpty() ? "none" : String.join(" ", arguments));
    return jvm;
  }

  private Metric metric(JsonNode metric) {
    return new Metric(
        number(required(metric, "score")),
        number(metric.path("scoreError")),
        required(metric, "scoreUnit").asText(),
        metric.has("rawDataHistogram")
            ? forks(metric.path("rawDataHistogram"), this::meanOfHistogram)
            : forks(metric.path("rawData"), this::number));
  }

  /** Reads one iteration. */
  private interface Iteration {
    double value(JsonNode iteration);
  }

  private static List<List<Double>> forks(JsonNode data, Iteration reader) {
    List<List<Double>> forks = new ArrayList<>();
    for (JsonNode fork : data) {
      List<Double> iterations = new ArrayList<>();
      fork.forEach(iteration -> iterations.add(reader.value(iteration)));
      forks.add(iterations);
    }
    return forks;
  }

  // An iteration of the mode "sample": pairs of a time and how often it was seen.
  private double meanOfHistogram(JsonNode pairs) {
    double sum = 0;
    double count = 0;
    for (JsonNode pair : pairs) {
      sum += number(pair.path(0)) * number(pair.path(1));
      count += number(pair.path(1));
    }
    return sum / count;
  }

  // JMH writes "NaN" as text.
  private double number(JsonNode node) {
    if (node.isNumber() || node.isMissingNode()) {
      return node.asDouble(Double.NaN);
    }
    try {
      return Double.parseDouble(node.asText());
    } catch (NumberFormatException e) {
      throw malformed("(%s) is no number".formatted(node), e);
    }
  }

  private JsonNode required(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      throw malformed("a result has no (%s)".formatted(field));
    }
    return value;
  }

  private MalformedTableException malformed(String reason) {
    return new MalformedTableException(path, reason);
  }

  private MalformedTableException malformed(String reason, Throwable cause) {
    return new MalformedTableException(path, reason, cause);
  }
}
