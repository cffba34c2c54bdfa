package org.nasbench4j.neural.rmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nasbench4j.neural.ChildProcess;

class MemoryTest {
  private static final int NETWORKS = 200;

  // In a process of its own, whose heap is there from the start: what grows is the engine's memory.
  // What is not freed after a network's training is at least its images, feature maps and weights:
  // several MB for each of these networks.
  @Test
  void hundredsOfNetworksTakeNoMoreMemoryThanAFew() throws Exception {
    assumeTrue(
        Files.isReadable(ScoringProcess.STATUS),
        ScoringProcess.STATUS + " is not there, so memory cannot be read");
    ChildProcess child =
        ChildProcess.run(
            Map.of(),
            List.of("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch"),
            ScoringProcess.class,
            NETWORKS);
    assumeTrue(child.exitCode() != ScoringProcess.ENGINE_MISSING, child.output());
    assertThat(child.output()).contains("scored " + NETWORKS);
    long few = megabytes(child.output(), "after the warm-up");
    long many = megabytes(child.output(), "at the end");
    assertThat(many).isLessThan(1_024);
    assertThat(many - few).isLessThan(NETWORKS - ScoringProcess.WARM_UP);
  }

  private static long megabytes(String output, String when) {
    String start = "megabytes %s: ".formatted(when);
    return output
        .lines()
        .filter(line -> line.startsWith(start))
        .mapToLong(line -> Long.parseLong(line.substring(start.length())))
        .findFirst()
        .orElseThrow();
  }
}
