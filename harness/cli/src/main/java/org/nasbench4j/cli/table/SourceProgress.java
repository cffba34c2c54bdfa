package org.nasbench4j.cli.table;

import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.cli.program.Terminal;
import org.nasbench4j.table.ImportProgress;

/**
 * A bar of megabytes or of rows, whichever is counted; it shows once that is known. The rate leaves
 * out what an earlier call had fetched.
 */
final class SourceProgress implements ImportProgress, AutoCloseable {
  private static final long MEGABYTE = 1_000_000;

  private final String task;
  private @Nullable ProgressBar bar;

  SourceProgress(String task) {
    this.task = task;
  }

  @Override
  public void advanced(long rows, long total) {
    show("rows", rows, total);
  }

  @Override
  public void readBytes(long bytes, long total) {
    show("MB", bytes / MEGABYTE, total < 0 ? -1 : Math.max(1, total / MEGABYTE));
  }

  private void show(String unit, long done, long total) {
    if (bar == null) {
      bar = Terminal.progressBar(task, unit, total, done);
    }
    bar.maxHint(total);
    bar.stepTo(done);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
