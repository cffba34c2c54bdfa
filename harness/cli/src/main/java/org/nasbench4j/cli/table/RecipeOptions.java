package org.nasbench4j.cli.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.neural.benchmark.BenchmarkRecipe;
import org.nasbench4j.neural.benchmark.Descent;
import org.nasbench4j.neural.benchmark.Mirroring;
import org.nasbench4j.training.EpochChoice;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How networks are trained: a preset, and what departs from it. */
final class RecipeOptions {

  @Option(
      names = "--preset",
      paramLabel = "PRESET",
      description =
          "Networks and recipe: micro. All that follows departs from it. Default:"
              + " ${DEFAULT-VALUE}.")
  private String preset = "micro";

  @Option(
      names = "--schedules",
      paramLabel = "E",
      split = ",",
      description =
          "The lengths of the schedules in epochs, ascending, for example 2,6; each is trained from"
              + " scratch.")
  private @Nullable List<Integer> schedules;

  @Mixin private SelectionOptions images = new SelectionOptions();

  @Option(
      names = "--mirroring",
      paramLabel = "M",
      description = "Whether training images are mirrored: half of them at a time, or none.")
  private @Nullable Mirroring mirroring;

  @Option(names = "--channels", paramLabel = "C", description = "Channels of the first stage.")
  private @Nullable Integer channels;

  @Option(names = "--cells", paramLabel = "N", description = "Cells in each of the three stages.")
  private @Nullable Integer cells;

  @Option(names = "--batch", paramLabel = "N", description = "The images of a step.")
  private @Nullable Integer batch;

  @Option(names = "--rate", paramLabel = "R", description = "The first learning rate.")
  private @Nullable Float rate;

  @Option(names = "--weight-decay", paramLabel = "D", description = "On every weight.")
  private @Nullable Float weightDecay;

  @Option(
      names = "--tested",
      paramLabel = "EPOCHS",
      description =
          "After which epochs the test images are looked at: each, the last, or never. The"
              + " validation images are after each.")
  private @Nullable EpochChoice tested;

  /**
   * The recipe.
   *
   * @throws IllegalArgumentException if there is no such preset, or a number is out of range
   */
  BenchmarkRecipe recipe() {
    BenchmarkRecipe usual = BenchmarkRecipe.preset(preset);
    return new BenchmarkRecipe(
        or(channels, usual.channels()),
        or(cells, usual.cellsPerStage()),
        images.selection(usual.images(), mirroring),
        descent(usual.descent()),
        or(schedules, usual.schedules()),
        or(tested, usual.tested()));
  }

  private Descent descent(Descent usual) {
    return new Descent(
        or(batch, usual.batch()), or(rate, usual.peakRate()), or(weightDecay, usual.weightDecay()));
  }

  static <T> T or(@Nullable T asked, T usual) {
    return asked == null ? usual : asked;
  }
}
