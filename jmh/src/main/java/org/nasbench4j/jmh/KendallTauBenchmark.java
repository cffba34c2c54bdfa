package org.nasbench4j.jmh;

import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.nasbench4j.stats.KendallTau;
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

/** Kendall's tau-b at the sizes of NAS-Bench-201 and NAS-Bench-101, against Commons Math. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class KendallTauBenchmark {

  /** The number of architectures. */
  @Param({"15625", "423624"})
  int n = 15_625;

  /** How often scores repeat. */
  @Param Ties ties = Ties.ACCURACIES;

  /** Who computes. */
  @Param Implementation implementation = Implementation.NASBENCH4J;

  private ScorePairs scores = new ScorePairs(new double[0], new double[0]);

  /** Creates the benchmark; JMH does. */
  public KendallTauBenchmark() {}

  /** Two ways to the same number. */
  public enum Implementation {
    /** This project. */
    NASBENCH4J {
      @Override
      double tauB(double[] x, double[] y) {
        return KendallTau.tauB(x, y);
      }
    },
    /** The baseline. */
    COMMONS_MATH {
      @Override
      double tauB(double[] x, double[] y) {
        return new KendallsCorrelation().correlation(x, y);
      }
    };

    abstract double tauB(double[] x, double[] y);
  }

  /** Draws the scores. */
  @Setup
  public void draw() {
    scores = ScorePairs.of(ties, n);
  }

  /**
   * Computes tau-b.
   *
   * @return {@code [-1, 1]}
   */
  @Benchmark
  public double tauB() {
    return implementation.tauB(scores.x(), scores.y());
  }
}
