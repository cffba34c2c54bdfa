package org.nasbench4j.cli.score;

import java.util.function.IntConsumer;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/** Shows beside the runs of a study how many scores were computed for them. */
final class LiveProgress implements IntConsumer {
  private volatile @Nullable ProgressBar bar;

  void showOn(ProgressBar shown) {
    bar = shown;
  }

  @Override
  public void accept(int computed) {
    ProgressBar shown = bar;
    if (shown != null) {
      shown.setExtraMessage(computed + " live scores");
    }
  }
}
