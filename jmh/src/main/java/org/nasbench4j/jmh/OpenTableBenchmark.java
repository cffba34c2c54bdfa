package org.nasbench4j.jmh;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long a table takes to open once the JVM is warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class OpenTableBenchmark {

  private static final Query QUERY = Query.parse("cifar10:valid:200:mean");

  /** The numbers in the table: {@code synthetic} or {@code real}. */
  @Param("synthetic")
  String table = "synthetic";

  private TableFile file;

  /** Creates the benchmark; JMH does. */
  public OpenTableBenchmark() {}

  /**
   * Writes the table.
   *
   * @throws IOException if that fails
   */
  @Setup
  public void write() throws IOException {
    file = TableFile.write(table);
  }

  /**
   * Deletes the table.
   *
   * @throws IOException if that fails
   */
  @TearDown
  public void delete() throws IOException {
    file.close();
  }

  /**
   * Opens the table.
   *
   * @return the table
   * @throws IOException if that fails
   */
  @Benchmark
  public Table open() throws IOException {
    return file.open();
  }

  /**
   * Opens the table and asks for one number, which checks the bytes around it.
   *
   * @return the number
   * @throws IOException if opening fails
   */
  @Benchmark
  public double openAndAsk() throws IOException {
    return file.open().accuracy(QUERY).value(0);
  }
}
