package org.nasbench4j.algorithms.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class MovingAverageTest {
  @Test
  void theFirstAverageIsTheFirstValue() {
    assertThat(new MovingAverage(0.9).update(90)).isEqualTo(90, offset(1e-12));
  }

  @Test
  void weighsThePastByTheMomentum() {
    MovingAverage average = new MovingAverage(0.5);
    average.update(90);
    // (0.25 * 90 + 0.5 * 80) / 0.75
    assertThat(average.update(80)).isEqualTo(250 / 3.0, offset(1e-12));
  }

  @Test
  void withoutMomentumIsTheLastValue() {
    MovingAverage average = new MovingAverage(0);
    average.update(90);
    assertThat(average.update(80)).isEqualTo(80);
  }
}
