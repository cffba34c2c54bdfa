package org.nasbench4j.jmh.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasbench4j.proxy.EngineMissingException;

class SupernetBenchmarkTest {

  @ParameterizedTest
  @CsvSource({"nb201,vim-nas", "oneshot1-1,vim-nas", "nb201,darts"})
  void aCallMakesAsManyStepsAsItSays(String space, String method) throws IOException {
    SupernetBenchmark benchmark = new SupernetBenchmark();
    benchmark.space = space;
    benchmark.method = method;
    try {
      benchmark.prepare();
    } catch (EngineMissingException e) {
      abort(e.getMessage());
    }

    SupernetBenchmark.Processor processor = new SupernetBenchmark.Processor();
    assertThat(benchmark.steps(processor).step()).isEqualTo(SupernetBenchmark.STEPS);
    assertThat(processor.secondsPerStep()).isPositive();
  }
}
