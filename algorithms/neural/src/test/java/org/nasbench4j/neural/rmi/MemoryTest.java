package org.nasbench4j.neural.rmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nasbench4j.neural.ChildProcess;
import org.nasbench4j.neural.ProcessMemory;

class MemoryTest {
  private static final int NETWORKS = 200;

  // In a process of its own, whose heap is there from the start: what grows is the engine's memory.
  // What is not freed after a network's training is at least its images, feature maps and weights:
  // several MB for each of these networks.
  @Test
  void hundredsOfNetworksTakeNoMoreMemoryThanAFew() throws Exception {
    ProcessMemory.assumeReadable();
    ChildProcess child =
        ChildProcess.run(
            Map.of(),
            List.of("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch"),
            ScoringProcess.class,
            NETWORKS);
    assumeTrue(child.exitCode() != ScoringProcess.ENGINE_MISSING, child.output());
    assertThat(child.output()).contains("scored " + NETWORKS);
    List<Long> megabytes = ProcessMemory.of(child.output());
    assertThat(megabytes).hasSize(2);
    assertThat(megabytes.get(1)).isLessThan(1_024);
    assertThat(megabytes.get(1) - megabytes.get(0)).isLessThan(NETWORKS - ScoringProcess.WARM_UP);
  }
}
