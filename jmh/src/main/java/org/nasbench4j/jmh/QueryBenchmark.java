package org.nasbench4j.jmh;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.Table;
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
 * One accuracy at a time, in an order that no cache foresees. The rows are drawn before the
 * measurement, among those that have the seed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class QueryBenchmark {

  /** A power of two, so that the next position is one bit operation. */
  static final int DRAWS = 1 << 16;

  private static final long SEED = 7;

  /** Which trainings a query means. */
  @Param({"mean", "999"})
  String seeds = "mean";

  private Table table;
  private AccuracyColumn column;
  private int[] rows;
  private Architecture[] architectures;
  private int next;

  /** Creates the benchmark; JMH does. */
  public QueryBenchmark() {}

  /**
   * Draws the rows.
   *
   * @param opened the table
   */
  @Setup
  public void draw(OpenedTable opened) {
    table = opened.get();
    column = table.accuracy(Query.parse("cifar10:valid:200:" + seeds));
    int[] present = IntStream.range(0, column.rows()).filter(column::has).toArray();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    rows = random.ints(DRAWS, 0, present.length).map(i -> present[i]).toArray();
    architectures = IntStream.of(rows).mapToObj(table::architecture).toArray(Architecture[]::new);
  }

  /**
   * Asks for the accuracy of a row.
   *
   * @return percent
   */
  @Benchmark
  public double byRow() {
    return column.value(rows[next++ & (DRAWS - 1)]);
  }

  /**
   * Asks for the accuracy of an architecture.
   *
   * @return percent
   */
  @Benchmark
  public double byArchitecture() {
    return column.value(table.row(architectures[next++ & (DRAWS - 1)]));
  }
}
