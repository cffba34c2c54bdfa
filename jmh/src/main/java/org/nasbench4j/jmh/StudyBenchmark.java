package org.nasbench4j.jmh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.nasbench4j.proxy.ProxyCatalog;
import org.nasbench4j.search.MethodCatalog;
import org.nasbench4j.study.Study;
import org.nasbench4j.study.StudyHeader;
import org.nasbench4j.study.StudyProgress;
import org.nasbench4j.study.StudyRunner;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Regularized evolution with the budgets of NATS-Bench, from the plan to the finished folder, on
 * two threads and at most 1 GiB of heap.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class StudyBenchmark {

  private static final int THREADS = 2;

  private static final StudyHeader.Provenance PROVENANCE =
      new StudyHeader.Provenance(
          "nasbench4j", "unknown", "unknown", "unknown", THREADS, StudyHeader.RANDOM);

  private Study small;
  private Study full;
  private TemporaryFolder folder;

  /** Creates the benchmark; JMH does. */
  public StudyBenchmark() {}

  /**
   * Resolves the plans.
   *
   * @param opened the table
   */
  @Setup
  public void resolve(OpenedTable opened) {
    small = study(opened, 100, "datasets: [cifar10]");
    full = study(opened, 500, "");
  }

  private static Study study(OpenedTable opened, int runs, String datasets) {
    String plan =
        """
        name: benchmark
        table: nb201
        preset: nats
        runs: %d
        methods: [regularized-evolution]
        %s
        """
            .formatted(runs, datasets);
    return Study.of(plan, opened.get(), MethodCatalog.ofServices(), ProxyCatalog.ofServices());
  }

  /**
   * Makes a new place for the results.
   *
   * @throws IOException if that fails
   */
  @Setup(Level.Invocation)
  public void makeFolder() throws IOException {
    folder = TemporaryFolder.create();
  }

  /**
   * Deletes the results.
   *
   * @throws IOException if that fails
   */
  @TearDown(Level.Invocation)
  public void deleteFolder() throws IOException {
    folder.close();
  }

  /**
   * Runs 100 searches on CIFAR-10.
   *
   * @return the folder of the finished study
   * @throws IOException if the results cannot be written
   */
  @Benchmark
  public Path hundredRuns() throws IOException {
    return run(small);
  }

  /**
   * Runs 500 searches on each of the three data sets, as the paper did.
   *
   * @return the folder of the finished study
   * @throws IOException if the results cannot be written
   */
  @Benchmark
  public Path natsExperiment() throws IOException {
    return run(full);
  }

  private Path run(Study study) throws IOException {
    new StudyRunner(THREADS, System::nanoTime, StudyProgress.SILENT)
        .run(study, PROVENANCE, folder.path());
    return folder.path();
  }
}
