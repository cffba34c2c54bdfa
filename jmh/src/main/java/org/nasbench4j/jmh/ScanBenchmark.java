package org.nasbench4j.jmh;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Query;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** All 15,625 accuracies of the three data sets, each the mean over its seeds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScanBenchmark {

  private List<AccuracyColumn> columns = List.of();

  /** Creates the benchmark; JMH does. */
  public ScanBenchmark() {}

  /**
   * Resolves the columns.
   *
   * @param opened the table
   */
  @Setup
  public void resolve(OpenedTable opened) {
    columns =
        Stream.of("cifar10", "cifar100", "imagenet16-120")
            .map(dataset -> opened.get().accuracy(Query.parse(dataset + ":valid:200:mean")))
            .toList();
  }

  /**
   * Adds all accuracies up.
   *
   * @return the sum of 46,875 percentages
   */
  @Benchmark
  public double scan() {
    double sum = 0;
    for (AccuracyColumn column : columns) {
      for (int row = 0; row < column.rows(); row++) {
        sum += column.value(row);
      }
    }
    return sum;
  }
}
