package org.nasbench4j.neural.supernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.neural.ChildProcess;
import org.nasbench4j.neural.ProcessMemory;

class SupernetMemoryTest {

  // In a process of its own, whose heap is there from the start: what grows is the engine's memory.
  // A thousand steps may take 16 MB more: 16 KB a step, less than a handle for each feature map.
  @ParameterizedTest
  @ValueSource(strings = {SupernetProcess.CELLS, "modules"})
  void manyStepsTakeNoMoreMemoryThanAFew(String learned) throws Exception {
    ProcessMemory.assumeReadable();
    ChildProcess child =
        ChildProcess.run(
            Map.of(),
            List.of("-Xms128m", "-Xmx128m", "-XX:+AlwaysPreTouch"),
            SupernetProcess.class,
            learned);
    assumeTrue(child.exitCode() != SupernetProcess.ENGINE_MISSING, child.output());
    List<Long> megabytes = ProcessMemory.of(child.output());
    assertThat(megabytes).as(child.output()).hasSize(2);
    assertThat(megabytes.get(1) - megabytes.get(0)).as(child.output()).isLessThan(16);
  }
}
