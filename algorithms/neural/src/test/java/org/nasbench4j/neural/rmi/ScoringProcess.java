package org.nasbench4j.neural.rmi;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.nasbench4j.neural.ProcessMemory;
import org.nasbench4j.neural.SyntheticImages;
import org.nasbench4j.neural.batch.Normalization;
import org.nasbench4j.neural.engine.DeviceChoice;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.network.BatchStatistics;
import org.nasbench4j.neural.network.Nb201Network;
import org.nasbench4j.proxy.EngineMissingException;
import org.nasbench4j.random.DerivedRandom;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.nb201.NetworkShape;

/**
 * Scores as many random cells by RMI with the preset micro as its argument says, and prints the
 * most memory that the process ever had, after the warm-up and at the end.
 */
final class ScoringProcess {
  static final int ENGINE_MISSING = 5;
  static final int WARM_UP = 40;
  private static final String PEAK = "VmHWM";

  private ScoringProcess() {}

  public static void main(String[] args) throws IOException {
    try {
      score(EngineSession.open(DeviceChoice.cpu()), Integer.parseInt(args[0]));
    } catch (EngineMissingException e) {
      System.out.println(e.getMessage());
      System.exit(ENGINE_MISSING);
    }
    System.out.println("scored " + args[0]);
    ProcessMemory.print(PEAK);
  }

  private static void score(EngineSession session, int networks) throws IOException {
    Nb201Space space = new Nb201Space();
    RandomGenerator random = DerivedRandom.of(1, "test");
    RmiScorer<Nb201Cell> scorer = scorer(session, space, RmiSettings.micro());
    for (int i = 0; i < networks; i++) {
      if (i == WARM_UP) {
        ProcessMemory.print(PEAK);
      }
      scorer.score(space.sample(random), 0);
    }
  }

  static RmiScorer<Nb201Cell> scorer(
      EngineSession session, Nb201Space space, RmiSettings settings) {
    SyntheticImages images = new SyntheticImages(200, 3, 32, 4);
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
}
