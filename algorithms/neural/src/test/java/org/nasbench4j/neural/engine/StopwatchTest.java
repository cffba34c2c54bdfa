package org.nasbench4j.neural.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StopwatchTest {

  @Test
  void measuresFromItsStartOn() {
    AtomicLong nanos = new AtomicLong(-7);
    Stopwatch watch = Stopwatch.start(nanos::get);

    assertThat(watch.seconds()).isZero();
    nanos.addAndGet(1_500_000_000);
    assertThat(watch.seconds()).isEqualTo(1.5);
    nanos.addAndGet(500_000_000);
    assertThat(watch.seconds()).isEqualTo(2);
  }
}
