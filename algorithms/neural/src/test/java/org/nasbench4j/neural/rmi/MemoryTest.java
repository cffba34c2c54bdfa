package org.nasbench4j.neural.rmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.nasbench4j.neural.ChildProcess;
import org.nasbench4j.neural.SyntheticImages;
import org.nasbench4j.neural.TestEngine;
import org.nasbench4j.neural.batch.Normalization;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.network.BatchStatistics;
import org.nasbench4j.neural.network.Nb201Network;
import org.nasbench4j.random.DerivedRandom;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.nb201.NetworkShape;

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
    RmiScorer<Nb201Cell> scorer = scorer(session, space);
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

  private static RmiScorer<Nb201Cell> scorer(EngineSession session, Nb201Space space) {
    SyntheticImages images = new SyntheticImages(200, 3, 32, 4);
    RmiSettings settings = new RmiSettings(8, 1, 8, 3, 0.1f, 0.9f, 5e-4f, 0.8f);
    try (NDManager manager = session.newManager()) {
      Nb201Network network =
          Nb201Network.of(
              manager,
              space.parse("303101"),
              new NetworkShape(8, 1, 4, 32),
              3,
              DerivedRandom.of(1, "teacher"));
      Teacher teacher = new Teacher(network, BatchStatistics.BATCH, Normalization.imageNet());
      RmiBatch batch = RmiBatch.choose(session, images, teacher, settings.batch(), 7);
      return RmiScorer.nb201(session, settings, batch, 1, () -> 0);
    }
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
