package org.nasbench4j.neural.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nasbench4j.neural.TestEngine;
import org.nasbench4j.proxy.EngineMissingException;

class EngineSessionTest {
  private final EngineSession session = TestEngine.session();

  @Test
  void describesEngineDeviceAndThreads() {
    assertThat(session.description()).isEqualTo("PyTorch 2.7.1, DJL 0.35.1, cpu, 1 thread");
  }

  @Test
  void theEngineIsKeptFromAskingTheNetwork() {
    assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
    assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
  }

  @Test
  void anAbsentGpuIsNeverReplacedByTheProcessor() {
    // No machine has a thousand.
    assertThatExceptionOfType(EngineMissingException.class)
        .isThrownBy(() -> EngineSession.open(DeviceChoice.parse("gpu:999")))
        .withMessageContaining("gpu:999")
        .withMessageContaining("docs/gpu.md");
  }

  @Test
  void severalThreadsComputeGradientsAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Float>> slopes =
          IntStream.range(0, 40).mapToObj(i -> threads.submit(() -> slopeOfSquare(i))).toList();
      for (int i = 0; i < slopes.size(); i++) {
        assertThat(slopes.get(i).get()).isEqualTo(2f * i);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void nothingIsRecordedWithoutGradients() {
    try (NDManager manager = session.newManager()) {
      NDArray x = manager.create(3f);
      x.setRequiresGradient(true);
      assertThat(session.withoutGradients(x::square).hasGradient()).isFalse();
    }
  }

  // The other thread works until it has counted 50 ms of its own.
  @Test
  void onTheProcessorWorkOfOtherThreadsCostsNothing() throws Exception {
    LongSupplier clock = session.workClock();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      long before = clock.getAsLong();
      long worked = other.submit(() -> work(clock, 50_000_000)).get();
      assertThat(clock.getAsLong() - before).isLessThan(worked);
      assertThat(work(clock, 1)).isPositive();
    } finally {
      other.shutdown();
    }
  }

  private static long work(LongSupplier clock, long nanos) {
    long started = clock.getAsLong();
    long worked = 0;
    while (worked < nanos) {
      worked = clock.getAsLong() - started;
    }
    return worked;
  }

  private float slopeOfSquare(float at) {
    try (NDManager manager = session.newManager()) {
      NDArray x = manager.create(at);
      x.setRequiresGradient(true);
      return session.withGradients(
          () -> {
            session.backward(x.square());
            return x.getGradient().getFloat();
          });
    }
  }
}
