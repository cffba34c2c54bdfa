package org.nasbench4j.cli.table;

import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.cli.program.Terminal;
import org.nasbench4j.table.ImportProgress;

/** A bar of megabytes, whose rate leaves out what an earlier call had fetched. */
final class FetchProgress implements ImportProgress, AutoCloseable {
  private static final long MEGABYTE = 1_000_000;

  private final String task;
  private @Nullable ProgressBar bar;

  FetchProgress(String task) {
    this.task = task;
  }

  @Override
  public void advanced(long done, long total) {
    long megabytes = total < 0 ? -1 : Math.max(1, total / MEGABYTE);
    if (bar == null) {
      bar = Terminal.progressBar(task, "MB", megabytes, done / MEGABYTE);
    }
    bar.stepTo(done / MEGABYTE);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
