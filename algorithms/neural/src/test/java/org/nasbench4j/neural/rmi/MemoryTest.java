package org.nasbench4j.neural.rmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.nasbench4j.neural.ChildProcess;
import org.nasbench4j.neural.TestEngine;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.random.DerivedRandom;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Space;

class MemoryTest {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int WARM_UP = 40;
  private static final int NETWORKS = 160;

  // What is not freed after a network's training is at least its images, feature maps and weights:
  // about 1 MB for each of these networks.
  @Test
  void manyNetworksTakeNoMoreMemoryThanAFew() throws IOException {
    assumeTrue(Files.isReadable(STATUS), STATUS + " is not there, so memory cannot be read");
    EngineSession session = TestEngine.session();
    Nb201Space space = new Nb201Space();
    RandomGenerator random = DerivedRandom.of(1, "test");
    RmiScorer<Nb201Cell> scorer =
        ScoringProcess.scorer(session, space, new RmiSettings(8, 1, 8, 3, 0.1f, 0.9f, 5e-4f, 0.8f));
    for (int i = 0; i < WARM_UP; i++) {
      scorer.score(space.sample(random), 0);
    }
    long before = residentMegabytes();
    for (int i = 0; i < NETWORKS; i++) {
      scorer.score(space.sample(random), 0);
    }
    assertThat(residentMegabytes() - before).isLessThan(60);
  }

  // In a process of its own, so that other tests do not count: engine, platform and all.
  @Test
  void hundredsOfNetworksTakeFarLessThanTwoGibibytes() throws Exception {
    assumeTrue(Files.isReadable(STATUS), STATUS + " is not there, so memory cannot be read");
    ChildProcess child = ChildProcess.run(Map.of(), List.of("-Xmx256m"), ScoringProcess.class, 200);
    assumeTrue(child.exitCode() != ScoringProcess.ENGINE_MISSING, child.output());
    assertThat(child.output()).contains("scored 200");
    assertThat(megabytes(child.output())).isLessThan(1_024);
  }

  private static long megabytes(String output) {
    return output
        .lines()
        .filter(line -> line.startsWith("megabytes "))
        .mapToLong(line -> Long.parseLong(line.substring("megabytes ".length())))
        .findFirst()
        .orElseThrow();
  }

  private static long residentMegabytes() throws IOException {
    System.gc();
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
