package org.nasbench4j.cli.program;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress on standard error, so that standard output stays data. */
public final class Terminal {
  private static final int WIDTH = 100;
  private static final int REFRESH_MILLIS = 500;

  private Terminal() {}

  /**
   * A bar with rate and time left.
   *
   * @param task what is done
   * @param unit what is counted, in the plural
   * @param total how many there are, -1 if that is not known yet
   * @return a bar at 0, to be closed
   */
  public static ProgressBar progressBar(String task, String unit, long total) {
    return progressBar(task, unit, total, 0);
  }

  /**
   * A bar with rate and time left, for which what was done before does not count.
   *
   * @param task what is done
   * @param unit what is counted, in the plural
   * @param total how many there are, -1 if that is not known yet
   * @param before how many were done before
   * @return a bar at {@code before}, to be closed
   */
  public static ProgressBar progressBar(String task, String unit, long total, long before) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setUnit(" " + unit, 1)
        .setInitialMax(total)
        .startsFrom(before, Duration.ZERO)
        .setStyle(ProgressBarStyle.ASCII)
        .setSpeedUnit(ChronoUnit.SECONDS)
        .showSpeed()
        .setUpdateIntervalMillis(REFRESH_MILLIS)
        .setMaxRenderedLength(WIDTH)
        .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
        .build();
  }
}
