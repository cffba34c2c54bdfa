package org.nasbench4j.neural.engine;

import java.util.function.LongSupplier;

/** The seconds since a moment, by a clock that is handed in. */
public final class Stopwatch {
  private static final double NANOS = 1e-9;

  private final LongSupplier nanoClock;
  private final long started;

  private Stopwatch(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.started = nanoClock.getAsLong();
  }

  /**
   * Starts to measure.
   *
   * @param nanoClock a clock of nanoseconds
   * @return a watch that starts now
   */
  public static Stopwatch start(LongSupplier nanoClock) {
    return new Stopwatch(nanoClock);
  }

  /**
   * The seconds since the start.
   *
   * @return at least 0 if the clock never goes back
   */
  public double seconds() {
    return (nanoClock.getAsLong() - started) * NANOS;
  }
}
