package org.nasbench4j.cli.table;

import org.jspecify.annotations.Nullable;
import org.nasbench4j.neural.benchmark.ImageSelection;
import org.nasbench4j.neural.benchmark.Mirroring;
import picocli.CommandLine.Option;

/** How many images a table is trained and measured on, and of which size. */
final class SelectionOptions {

  @Option(
      names = "--train-images",
      paramLabel = "N",
      description = "How many images are trained on.")
  private @Nullable Integer trainImages;

  @Option(
      names = "--eval-images",
      paramLabel = "N",
      description = "How many images validate, and how many test.")
  private @Nullable Integer evalImages;

  @Option(
      names = "--side",
      paramLabel = "N",
      description =
          "Images are reduced to N x N pixels, the means of blocks; N divides 28. Tables are trained"
              + " on 14 only, so far.")
  private @Nullable Integer side;

  /**
   * The images of a preset, but for what was asked for.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  ImageSelection selection(ImageSelection usual, @Nullable Mirroring mirroring) {
    return new ImageSelection(
        RecipeOptions.or(side, usual.side()),
        RecipeOptions.or(trainImages, usual.training()),
        RecipeOptions.or(evalImages, usual.evaluation()),
        RecipeOptions.or(mirroring, usual.mirroring()));
  }
}
