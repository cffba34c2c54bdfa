package org.nasbench4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.proxy.ProxyCatalog;
import org.nasbench4j.search.MethodCatalog;
import org.nasbench4j.study.PlanReader;
import org.nasbench4j.study.Study;
import org.nasbench4j.study.StudyFolder;
import org.nasbench4j.study.StudyHeader;
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
final class StudyCommand implements Runnable {

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
        description = "Runs at the same time. Default: one for each processor core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
        names = "--table",
        paramLabel = "FILE",
        description = "The table, where it is not found under the name in the plan.")
    private @Nullable String table;

    @Mixin private Tables tables = new Tables();

    Study study(String plan) throws IOException {
      String name = table == null ? new PlanReader().read(plan).table() : table;
      Table opened = tables.open(name);
      return Study.of(plan, opened, MethodCatalog.ofServices(), ProxyCatalog.ofServices());
    }
  }

  @Command(
      name = "run",
      mixinStandardHelpOptions = true,
      description = "Starts a study in a new folder.",
      footer = {
        "",
        "A killed study goes on with: nasbench study resume DIR",
        "The results do not depend on the number of threads."
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
    Study study = resources.study(Files.readString(plan));
    try (ProgressBar bar = bar(study)) {
      runner(resources, bar).run(study, Machine.provenance(), out);
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
    Study study = resources.study(header.plan());
    try (ProgressBar bar = bar(study)) {
      runner(resources, bar).resume(study, folder);
    }
    return done(folder);
  }

  private static ProgressBar bar(Study study) {
    return Terminal.progressBar(study.plan().name(), "runs", study.plan().totalRuns());
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
