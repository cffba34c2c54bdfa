package org.nasbench4j.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Closes a stream that has brought nothing for too long, which ends the waiting of its reader: the
 * JDK's client would wait for ever.
 */
final class StallGuard implements AutoCloseable {
  private final Timer clock = new Timer("download watch", true);
  private final AtomicBoolean alive = new AtomicBoolean(true);
  private final InputStream stream;

  private StallGuard(InputStream stream) {
    this.stream = stream;
  }

  static StallGuard over(InputStream stream, Duration patience) {
    StallGuard guard = new StallGuard(stream);
    long period = patience.toMillis();
    guard.clock.schedule(
        new TimerTask() {
          @Override
          public void run() {
            guard.look();
          }
        },
        period,
        period);
    return guard;
  }

  // Something came.
  void alive() {
    alive.set(true);
  }

  private void look() {
    if (!alive.getAndSet(false)) {
      try {
        stream.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    clock.cancel();
  }
}
