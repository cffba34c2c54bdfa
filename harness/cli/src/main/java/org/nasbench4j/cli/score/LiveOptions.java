package org.nasbench4j.cli.score;

import me.tongfei.progressbar.ProgressBar;
import org.nasbench4j.cli.image.ImageSource;
import org.nasbench4j.cli.option.EngineOptions;
import org.nasbench4j.cli.option.WorkerOptions;
import org.nasbench4j.cli.teacher.TeacherSource;
import org.nasbench4j.neural.engine.DeviceChoice;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether and where networks are trained for scores while searches ask for them. */
public final class LiveOptions {

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

  /**
   * Whether scores are computed while searches ask for them.
   *
   * @return false unless that was asked for
   */
  public boolean isLive() {
    return live;
  }

  DeviceChoice device() {
    return engine.device();
  }

  /**
   * Where networks run.
   *
   * @return the options of the engine
   */
  public EngineOptions engine() {
    return engine;
  }

  /**
   * How many networks run at the same time.
   *
   * @return at most so many, as it was asked for
   */
  public int workers() {
    return workers.count();
  }

  LiveProgress progress() {
    return progress;
  }

  /**
   * Shows from now on how many scores were computed.
   *
   * @param bar the progress of the runs that ask for them
   */
  public void showOn(ProgressBar bar) {
    progress.showOn(bar);
  }

  /**
   * What networks are trained on.
   *
   * @return the options of the images
   */
  public ImageSource images() {
    return images;
  }

  TeacherSource teacher() {
    return teacher;
  }
}
