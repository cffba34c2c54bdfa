package org.nasbench4j.jmh.score;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.nasbench4j.neural.engine.DeviceChoice;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.supernet.Levels;
import org.nasbench4j.neural.supernet.SupernetMethod;
import org.nasbench4j.neural.supernet.SupernetPreset;
import org.nasbench4j.neural.supernet.SupernetSettings;
import org.nasbench4j.neural.supernet.SupernetState;
import org.nasbench4j.neural.supernet.SupernetTraining;
import org.nasbench4j.neural.supernet.space.Nb201SupernetSpace;
import org.nasbench4j.neural.supernet.space.OneShotSupernetSpace;
import org.nasbench4j.neural.supernet.space.SupernetSpace;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.oneshot1.OneShotLayout;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * Steps per second of the training of supernets on the processor, one worker: batch, both passes,
 * and both updates.
 *
 * <p>Each call builds a network and makes a few steps with it, so that a step bears its share of
 * the building. The processor seconds of a step stand beside it. The preset {@code paper} needs 6
 * GB of memory.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 5, time = 5)
public class SupernetBenchmark {
  /** The steps of a call. */
  static final int STEPS = 4;

  /** The space that is learned. */
  @Param({"nb201", "oneshot1-1", "oneshot1-3"})
  public String space = "nb201";

  /** The size of network and images. */
  @Param({"micro", "reduced", "paper"})
  public String preset = "micro";

  /** What learns; a step of {@code darts} sees two batches. */
  @Param({"vim-nas"})
  public String method = "vim-nas";

  private SupernetTraining training;

  /** Creates the benchmark; JMH does. */
  public SupernetBenchmark() {}

  /** Loads the engine and makes images for one epoch of a few steps. */
  @Setup
  public void prepare() {
    EngineSession session = EngineSession.open(DeviceChoice.cpu());
    SupernetPreset size = SupernetPreset.of(preset);
    SupernetSpace learned = space();
    SupernetSettings settings = size.settings(SupernetMethod.of(method), learned, 1).withEpochs(1);
    int batches = settings.schedule().levels() == Levels.SINGLE ? STEPS : 2 * STEPS;
    int count = batches * settings.schedule().batch();
    int channels = size == SupernetPreset.MICRO ? 1 : 3;
    Noise images = new Noise(channels, settings.images().side(), count);
    training =
        new SupernetTraining(
            session, learned, images, settings.withImages(count), session.workClock());
  }

  private SupernetSpace space() {
    return Arrays.stream(OneShotLayout.values())
        .filter(layout -> layout.id().equals(space))
        .findFirst()
        .<SupernetSpace>map(OneShotSupernetSpace::new)
        .orElseGet(() -> new Nb201SupernetSpace(new Nb201Space()));
  }

  /** What steps cost on the processor, which other jobs of the machine change little. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Processor {
    private double seconds;
    private long steps;

    // JMH adds up what events say of each iteration, fork and thread.
    private int parts = 1;

    /** Creates the counter; JMH does. */
    public Processor() {}

    /**
     * Begins an iteration.
     *
     * @param parameters say how many there are
     */
    @Setup(Level.Iteration)
    public void reset(BenchmarkParams parameters) {
      int forks = Math.max(1, parameters.getForks());
      parts = parameters.getMeasurement().getCount() * forks * parameters.getThreads();
      seconds = 0;
      steps = 0;
    }

    void add(SupernetState state) {
      seconds += state.seconds();
      steps += state.step();
    }

    /**
     * The mean over the steps, without the building of networks.
     *
     * @return the processor seconds of an iteration's steps, as its share of that mean
     */
    public double secondsPerStep() {
      return seconds / steps / parts;
    }
  }

  /**
   * A few steps.
   *
   * @param processor counts what they cost
   * @return the state after them
   * @throws IOException never: nothing is stored
   */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public SupernetState steps(Processor processor) throws IOException {
    SupernetState state = training.run(null, (step, stored) -> {});
    processor.add(state);
    return state;
  }
}
