package org.nasbench4j.cli.space;

import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.cli.program.Terminal;

/** A progress bar for what may be over before a bar would be of use: it shows after two seconds. */
final class LateProgress implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

  private final String task;
  private final String unit;
  private final long total;
  private final long begun = System.nanoTime();
  private @Nullable ProgressBar bar;

  LateProgress(String task, String unit, long total) {
    this.task = task;
    this.unit = unit;
    this.total = total;
  }

  void stepTo(long done) {
    if (bar == null && System.nanoTime() - begun > PATIENCE) {
      bar = Terminal.progressBar(task, unit, total);
    }
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
