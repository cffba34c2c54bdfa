package org.nasbench4j.jmh.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import org.junit.jupiter.api.Test;
import org.nasbench4j.neural.rmi.RmiScore.Outcome;
import org.nasbench4j.proxy.EngineMissingException;

class ScoreBenchmarkTest {

  // A cell of one skip connection: the cheapest that is not dead.
  @Test
  void theScoreAndItsBareTrainingBothReachTheirLastLoss() {
    ScoreBenchmark benchmark = new ScoreBenchmark();
    benchmark.cell = "000100";
    try {
      benchmark.prepare();
    } catch (EngineMissingException e) {
      abort(e.getMessage());
    }

    assertThat(benchmark.score().outcome()).isEqualTo(Outcome.SCORED);
    assertThat(benchmark.bare()).isFinite();
  }
}
