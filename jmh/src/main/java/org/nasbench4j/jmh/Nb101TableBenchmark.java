package org.nasbench4j.jmh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.nasbench4j.data.compact.CompactTables;
import org.nasbench4j.random.DerivedRandom;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.space.nb101.Nb101Space;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.Table;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Questions to a table of all 423,624 modules, in an order that no cache foresees. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Nb101TableBenchmark {

  /** A power of two, so that the next position is one bit operation. */
  private static final int DRAWS = 1 << 16;

  private static final int VERTICES = 7;
  private static final Query QUERY = Query.parse("cifar10-40k:valid:108:mean");

  private final CompactTables store = new CompactTables(List.of(new Nb101Space()));
  private final String[] hashes = new String[DRAWS];
  private final Nb101Module[] modules = new Nb101Module[DRAWS];
  private TemporaryFolder folder;
  private Path file;
  private Table table;
  private AccuracyColumn column;
  private int next;

  /** Creates the benchmark; JMH does. */
  public Nb101TableBenchmark() {}

  /**
   * Writes and opens the table, and draws what will be asked for: hashes of its rows, and modules
   * as a search writes them.
   *
   * @throws IOException if the table cannot be written
   */
  @Setup
  public void open() throws IOException {
    folder = TemporaryFolder.create();
    file = folder.path().resolve("nb101.h5");
    store.write(SyntheticNb101.content(VERTICES), file);
    table = store.open(file);
    column = table.accuracy(QUERY);
    Nb101Space space = new Nb101Space();
    RandomGenerator random = DerivedRandom.of(2, "questions");
    for (int i = 0; i < DRAWS; i++) {
      hashes[i] = table.architecture(random.nextInt(table.rows())).canonical();
      modules[i] = space.sample(random);
    }
  }

  /**
   * Deletes the table.
   *
   * @throws IOException if that fails
   */
  @TearDown
  public void delete() throws IOException {
    folder.close();
  }

  /**
   * Opens the table.
   *
   * @return the table
   * @throws IOException if that fails
   */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public Table openTable() throws IOException {
    return store.open(file);
  }

  /**
   * Opens the table and asks for one module, which checks the arrays that name the rows.
   *
   * @return percent
   * @throws IOException if opening fails
   */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public double openAndAsk() throws IOException {
    Table opened = store.open(file);
    return opened.accuracy(QUERY).value(opened.row(hashes[0]));
  }

  /**
   * Asks for the mean accuracy of a module by its hash.
   *
   * @return percent
   */
  @Benchmark
  public double byHash() {
    return column.value(table.row(hashes[next++ & (DRAWS - 1)]));
  }

  /**
   * Asks for the mean accuracy of a module as written: prunes it, computes its key, finds its row.
   *
   * @return percent
   */
  @Benchmark
  public double byModule() {
    return column.value(table.row(modules[next++ & (DRAWS - 1)]));
  }
}
