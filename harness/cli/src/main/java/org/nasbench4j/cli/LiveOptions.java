package org.nasbench4j.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether and where networks are trained for scores while searches ask for them. */
final class LiveOptions {

  @Option(
      names = "--live",
      description =
          "Compute scores that the score file lacks when a search asks for them, and append them to"
              + " its FILE.journal, which also says how: preset, seed, images and reference network"
              + " must be the same.")
  private boolean live;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description =
          "Where live scores are computed: cpu, gpu, gpu:N, or best. Default: ${DEFAULT-VALUE}.")
  private String device = "best";

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Live scores at the same time, at most. Default: one for each processor core.")
  private int workers = Runtime.getRuntime().availableProcessors();

  @Mixin private ImageSource images = new ImageSource();

  @Mixin private TeacherSource teacher = new TeacherSource();

  private final LiveProgress progress = new LiveProgress();

  boolean isLive() {
    return live;
  }

  String device() {
    return device;
  }

  int workers() {
    return workers;
  }

  LiveProgress progress() {
    return progress;
  }

  ImageSource images() {
    return images;
  }

  TeacherSource teacher() {
    return teacher;
  }
}
