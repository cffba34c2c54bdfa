package org.nasbench4j.cli.program;

import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/** A progress bar for what may be over before a bar would be of use: it shows after two seconds. */
public final class LateProgress implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

  private final String task;
  private final String unit;
  private final long total;
  private final long begun = System.nanoTime();
  private @Nullable ProgressBar bar;

  /**
   * Starts to wait.
   *
   * @param task what is done
   * @param unit what is counted, in the plural
   * @param total how many there are
   */
  public LateProgress(String task, String unit, long total) {
    this.task = task;
    this.unit = unit;
    this.total = total;
  }

  /**
   * So much was done.
   *
   * @param done the number that was done so far
   */
  public void stepTo(long done) {
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
