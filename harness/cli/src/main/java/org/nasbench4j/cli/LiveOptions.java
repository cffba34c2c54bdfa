package org.nasbench4j.cli;

import org.nasbench4j.neural.engine.DeviceChoice;
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

  @Mixin private EngineOptions engine = new EngineOptions();

  @Mixin private WorkerOptions workers = new WorkerOptions();

  @Mixin private ImageSource images = new ImageSource();

  @Mixin private TeacherSource teacher = new TeacherSource();

  private final LiveProgress progress = new LiveProgress();

  boolean isLive() {
    return live;
  }

  DeviceChoice device() {
    return engine.device();
  }

  int workers() {
    return workers.count();
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
