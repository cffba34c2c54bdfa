package org.nasbench4j.cli.score;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nasbench4j.neural.zerocost.ZeroCostProxy;
import org.nasbench4j.space.nb201.Nb201Counts;

/** What {@code nasbench score} computes. */
public final class ScoreProxies {
  private ScoreProxies() {}

  /** Reads settings and images, and loads the engine where networks are run. */
  @FunctionalInterface
  interface Opening {
    Scoring open(ScoringRequest request) throws IOException;
  }

  /**
   * A proxy.
   *
   * @param name lower-case letters and hyphens
   * @param summary one line
   * @param opening prepares its scores
   */
  record Entry(String name, String summary, Opening opening) {}

  static List<Entry> all() {
    List<Entry> entries = new ArrayList<>();
    entries.add(
        new Entry(
            "rmi",
            "how quickly a network learns to be like a reference network (Zheng et al., CVPR 2022)",
            RmiScoring::of));
    Arrays.stream(ZeroCostProxy.values())
        .map(
            proxy ->
                new Entry(
                    proxy.id(), proxy.summary(), request -> ZeroCostScoring.of(proxy, request)))
        .forEach(entries::add);
    entries.add(
        new Entry(
            "micro-train",
            "validation accuracy, in percent, after a short training on small images",
            MicroTrainScoring::of));
    entries.add(
        new Entry(
            "params",
            "trainable parameters, those of dead edges included",
            request -> CountScoring.of("params", Nb201Counts::parameters, request)));
    entries.add(
        new Entry(
            "flops",
            "multiply-accumulate operations for one image, those of dead edges included",
            request -> CountScoring.of("flops", Nb201Counts::flops, request)));
    return entries;
  }

  /**
   * The proxies that can be scored.
   *
   * @return for each name one line that says what it is, in the order of the help
   */
  public static Map<String, String> summaries() {
    Map<String, String> summaries = new LinkedHashMap<>();
    all().forEach(entry -> summaries.put(entry.name(), entry.summary()));
    return summaries;
  }

  static Entry named(String name) {
    return all().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The proxy (%s) cannot be scored. Use one of %s."
                        .formatted(
                            name,
                            all().stream().map(Entry::name).collect(Collectors.joining(", ")))));
  }
}
