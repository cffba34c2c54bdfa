package org.nasbench4j.cli.supernet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.cli.image.ImageSource;
import org.nasbench4j.cli.option.EngineOptions;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.supernet.SupernetMethod;
import org.nasbench4j.search.MethodCatalog;
import org.nasbench4j.search.SearchMethodProvider;
import org.nasbench4j.study.StudyPlan;
import picocli.CommandLine.Option;

/** Where the supernets of a study are, and the search methods that learn by them. */
public final class SupernetOptions {

  @Option(
      names = "--supernets",
      paramLabel = "DIR",
      description =
          "The folder of the supernets that vim-nas and darts learn by: those that are there are"
              + " used, others are trained, at most --workers at the same time. Default: beside the"
              + " study, with -supernets behind its name.")
  private @Nullable Path folder;

  private final SupernetProgress progress = new SupernetProgress();

  /**
   * The methods of the class path and those that learn by supernets, for a list of them.
   *
   * @return a new catalog, whose searches by supernets cannot be run
   */
  public static MethodCatalog listed() {
    return catalog(Trainings.NONE);
  }

  /**
   * The methods of the class path and those that learn by supernets. The engine is opened if the
   * plan needs it.
   *
   * @param plan what will be run
   * @param study the folder of the study
   * @param engine where supernets are trained
   * @param workers at most so many at the same time
   * @param images where the images of its data set are
   * @return a new catalog
   * @throws IllegalArgumentException if there is no worker
   * @throws org.nasbench4j.proxy.EngineMissingException if the engine is needed and missing
   * @throws IOException if the folder cannot be used
   */
  public MethodCatalog methods(
      StudyPlan plan, Path study, EngineOptions engine, int workers, ImageSource images)
      throws IOException {
    if (!isNeeded(plan)) {
      return listed();
    }
    if (workers < 1) {
      throw new IllegalArgumentException("The workers (%d) must be at least 1.".formatted(workers));
    }
    Path place = folder == null ? study.resolveSibling(study.getFileName() + "-supernets") : folder;
    return catalog(
        new Supernets(
            place,
            EngineSession.open(engine.device()),
            dataset -> dataset == images.dataset() ? images.folder() : null,
            workers,
            progress));
  }

  private static boolean isNeeded(StudyPlan plan) {
    return plan.methods().stream()
        .anyMatch(
            method ->
                Arrays.stream(SupernetMethod.values())
                    .anyMatch(learner -> learner.id().equals(method.method())));
  }

  private static MethodCatalog catalog(Trainings trainings) {
    List<SearchMethodProvider> methods = new ArrayList<>(MethodCatalog.ofServices().all());
    for (SupernetMethod method : SupernetMethod.values()) {
      methods.add(new SupernetProvider(method, trainings));
    }
    return new MethodCatalog(methods);
  }

  /**
   * Shows from now on how far supernets are.
   *
   * @param bar the progress of the runs that need them
   */
  public void showOn(ProgressBar bar) {
    progress.showOn(bar);
  }
}
