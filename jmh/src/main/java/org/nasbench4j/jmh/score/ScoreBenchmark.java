package org.nasbench4j.jmh.score;

import ai.djl.ndarray.NDManager;
import java.util.concurrent.TimeUnit;
import org.nasbench4j.neural.batch.Normalization;
import org.nasbench4j.neural.engine.DeviceChoice;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.network.BatchStatistics;
import org.nasbench4j.neural.network.Nb201Network;
import org.nasbench4j.neural.rmi.RmiBatch;
import org.nasbench4j.neural.rmi.RmiScore;
import org.nasbench4j.neural.rmi.RmiScorer;
import org.nasbench4j.neural.rmi.RmiSettings;
import org.nasbench4j.neural.rmi.Teacher;
import org.nasbench4j.random.DerivedRandom;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A {@code fast} RMI score on the processor, beside the same training in bare calls of the engine.
 *
 * <p>Workers are JMH's threads: {@code -t 2}. The time is that of one score of one worker.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
public class ScoreBenchmark {
  private static final int RADIX = 5;

  /** The cell, one digit for each edge. */
  @Param({"333133", "303101", "421211", "444444", "111020"})
  public String cell = "333133";

  private EngineSession session;
  private RmiScorer<Nb201Cell> scorer;

  /** Creates the benchmark; JMH does. */
  public ScoreBenchmark() {}

  /** Loads the engine and chooses a batch. */
  @Setup
  public void prepare() {
    session = EngineSession.open(DeviceChoice.cpu());
    RmiSettings settings = RmiSettings.fast();
    Noise images = new Noise(3, 32, 600);
    try (NDManager manager = session.newManager()) {
      Nb201Network network =
          Nb201Network.of(
              manager,
              Nb201Cell.ofCode(Integer.parseInt("303101", RADIX)),
              settings.shape(images.classes(), images.side()),
              images.channels(),
              DerivedRandom.of(1, "teacher"));
      Teacher teacher = new Teacher(network, BatchStatistics.BATCH, Normalization.imageNet());
      RmiBatch batch = RmiBatch.choose(session, images, teacher, settings.batch(), 1);
      scorer = RmiScorer.nb201(session, settings, batch, 1, System::nanoTime);
    }
  }

  private Nb201Cell parsed() {
    return Nb201Cell.ofCode(Integer.parseInt(cell, RADIX));
  }

  /**
   * One score.
   *
   * @return the score
   */
  @Benchmark
  public RmiScore score() {
    return scorer.score(parsed(), 0);
  }

  /**
   * The same training, written with nothing between it and the engine.
   *
   * @return the last loss
   */
  @Benchmark
  public float bare() {
    return session.withGradients(
        () -> {
          try (NDManager manager = session.newManager()) {
            return new BareTraining(session, manager, parsed()).train();
          }
        });
  }
}
