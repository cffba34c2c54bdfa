package org.nasbench4j.cli.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.cli.option.AtLeastOne;
import org.nasbench4j.cli.option.Tables;
import org.nasbench4j.cli.program.ExitCode;
import org.nasbench4j.cli.program.Machine;
import org.nasbench4j.cli.program.Terminal;
import org.nasbench4j.cli.score.LiveOptions;
import org.nasbench4j.cli.score.LiveRmi;
import org.nasbench4j.cli.supernet.SupernetOptions;
import org.nasbench4j.proxy.ProxyCatalog;
import org.nasbench4j.search.MethodCatalog;
import org.nasbench4j.study.PlanReader;
import org.nasbench4j.study.Study;
import org.nasbench4j.study.StudyFolder;
import org.nasbench4j.study.StudyHeader;
import org.nasbench4j.study.StudyPlan;
import org.nasbench4j.study.StudyRunner;
import org.nasbench4j.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nasbench study}. */
@Command(
    name = "study",
    mixinStandardHelpOptions = true,
    description = "Runs the searches of a plan.")
public final class StudyCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing: run or resume.");
  }

  /** What {@code run} and {@code resume} share. */
  static final class Resources {
    @Option(
        names = "--threads",
        paramLabel = "N",
        converter = AtLeastOne.class,
        description = "Runs at the same time. Default: one for each processor core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
        names = "--table",
        paramLabel = "FILE",
        description = "The table, where it is not found under the name in the plan.")
    private @Nullable String table;

    @Mixin private Tables tables = new Tables();

    @Mixin private LiveOptions live = new LiveOptions();

    @Mixin private SupernetOptions supernets = new SupernetOptions();

    /**
     * Resolves a plan.
     *
     * @param plan YAML
     * @param folder where the study is or will be; a list of missing scores goes beside it
     */
    OpenStudy open(String plan, Path folder) throws IOException {
      StudyPlan read = new PlanReader().read(plan);
      MethodCatalog methods =
          supernets.methods(read, folder, live.engine(), live.workers(), live.images());
      if (live.isLive()) {
        LiveRmi scores = LiveRmi.open(tables.growingScores(), live);
        return OpenStudy.of(
            scores,
            () ->
                Study.of(plan, opened(read, tables::openWithoutScores), methods, scores.catalog()));
      }
      Table opened = read.searched(opened(read, tables::open));
      ProxyCatalog proxies = ProxyCatalog.ofServices();
      Path list = folder.resolveSibling(folder.getFileName() + "-missing.txt");
      MissingScores.refuse(read, opened, proxies, list);
      return OpenStudy.of(() -> {}, () -> Study.of(plan, opened, methods, proxies));
    }

    /** Opens a table by its path or name. */
    @FunctionalInterface
    private interface Opening {
      Table of(String name) throws IOException;
    }

    private Table opened(StudyPlan plan, Opening opening) throws IOException {
      if (table != null) {
        return opening.of(table);
      }
      try {
        return opening.of(plan.table());
      } catch (NoSuchFileException e) {
        throw plan.table().equals(e.getFile()) ? withWayOut(e) : e;
      }
    }

    private static NoSuchFileException withWayOut(NoSuchFileException absent) {
      NoSuchFileException said =
          new NoSuchFileException(
              absent.getFile(), null, absent.getReason() + ". Name its file by --table FILE.");
      said.initCause(absent);
      return said;
    }

    ProgressBar bar(Study study) {
      ProgressBar bar = Terminal.progressBar(study.plan().name(), "runs", study.plan().totalRuns());
      live.showOn(bar);
      supernets.showOn(bar);
      return bar;
    }
  }

  @Command(
      name = "run",
      mixinStandardHelpOptions = true,
      description = "Starts a study in a new folder.",
      footer = {
        "",
        "A killed study goes on with: nasbench study resume DIR, and the same --table, --supernets and"
            + " --device where they were given.",
        "The results do not depend on the number of threads.",
        "A plan with 'proxies: [none, rmi-fast]' runs every task on its own signal and on the proxy.",
        "A plan with 'space: oneshot1-1' searches that space in a table of nb101."
      })
  int run(
      @Parameters(paramLabel = "PLAN", description = "The plan, YAML.") Path plan,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "DIR",
              description = "Where the results go; must not exist or be empty.")
          Path out,
      @Mixin Resources resources)
      throws IOException {
    try (OpenStudy open = resources.open(Files.readString(plan), out);
        ProgressBar bar = resources.bar(open.study())) {
      runner(resources, bar).run(open.study(), Machine.provenance(), out);
    }
    return done(out);
  }

  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      description = "Goes on with a study that was interrupted.")
  int resume(
      @Parameters(paramLabel = "DIR", description = "The folder of the study.") Path folder,
      @Mixin Resources resources)
      throws IOException {
    StudyHeader header = new StudyFolder(folder).header();
    try (OpenStudy open = resources.open(header.plan(), folder);
        ProgressBar bar = resources.bar(open.study())) {
      runner(resources, bar).resume(open.study(), folder);
    }
    return done(folder);
  }

  private static StudyRunner runner(Resources resources, ProgressBar bar) {
    return new StudyRunner(resources.threads, System::nanoTime, (done, total) -> bar.stepTo(done));
  }

  private int done(Path folder) {
    spec.commandLine()
        .getErr()
        .println("Done. Next: nasbench report %s --out %s-report".formatted(folder, folder));
    return ExitCode.DONE.code();
  }
}
