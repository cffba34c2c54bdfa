package org.nasbench4j.cli.supernet;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.neural.supernet.SupernetStep;

/** Shows beside the runs of a study how far their supernets are. */
final class SupernetProgress {
  private volatile @Nullable ProgressBar bar;

  void showOn(ProgressBar shown) {
    bar = shown;
  }

  SupernetJob.Progress of(SupernetRecipe recipe) {
    return new SupernetJob.Progress() {
      @Override
      public void begins(long done) {}

      @Override
      public void accept(SupernetStep step) {
        show(recipe, step);
      }
    };
  }

  private void show(SupernetRecipe recipe, SupernetStep step) {
    ProgressBar shown = bar;
    if (shown != null) {
      shown.setExtraMessage(
          String.format(
              Locale.ROOT,
              " supernet %d: step %d of %d, loss %.3f",
              recipe.settings().seed(),
              step.step(),
              recipe.settings().steps(),
              step.loss()));
    }
  }
}
