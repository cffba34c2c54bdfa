package org.nasbench4j.jmh;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.nasbench4j.random.DerivedRandom;
import org.nasbench4j.space.nb101.ModuleHasher;
import org.nasbench4j.space.nb101.ModuleKey;
import org.nasbench4j.space.nb101.Nb101Enumeration;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.space.nb101.Nb101Space;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Pruning and naming NAS-Bench-101 modules as a search writes them, and enumerating them all. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ModuleHashBenchmark {
  private static final int MODULES = 1_024;

  private final Nb101Module[] modules = new Nb101Module[MODULES];
  private final ModuleHasher hasher = new ModuleHasher();

  /** Creates the benchmark; JMH does. */
  public ModuleHashBenchmark() {}

  /** Draws the modules. */
  @Setup
  public void draw() {
    Nb101Space space = new Nb101Space();
    RandomGenerator random = DerivedRandom.of(1, "modules");
    for (int i = 0; i < MODULES; i++) {
      modules[i] = space.sample(random);
    }
  }

  /**
   * The benchmark's own hash, by MD5.
   *
   * @return something of all
   */
  @Benchmark
  @OperationsPerInvocation(MODULES)
  public int hash() {
    int sum = 0;
    for (Nb101Module module : modules) {
      sum += hasher.hash(module).charAt(0);
    }
    return sum;
  }

  /**
   * The key of tables in memory.
   *
   * @return something of all
   */
  @Benchmark
  @OperationsPerInvocation(MODULES)
  public long key() {
    long sum = 0;
    for (Nb101Module module : modules) {
      sum += ModuleKey.of(module);
    }
    return sum;
  }

  /**
   * All modules, each made.
   *
   * @return 423,624
   */
  @Benchmark
  public long enumerate() {
    return new Nb101Enumeration(Nb101Module.MAX_VERTICES)
        .modules()
        .filter(module -> module.vertices() > 1)
        .count();
  }
}
