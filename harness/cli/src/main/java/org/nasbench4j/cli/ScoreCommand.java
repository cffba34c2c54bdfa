package org.nasbench4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.neural.engine.DeviceChoice;
import org.nasbench4j.score.ScoreContent;
import org.nasbench4j.score.ScoreJournal;
import org.nasbench4j.score.ScoreRunner;
import org.nasbench4j.space.nb201.FunctionClasses;
import org.nasbench4j.space.nb201.Nb201Space;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code nasbench score}. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    subcommands = ScoreShowCommand.class,
    description = "Scores untrained networks by a proxy, through PyTorch.",
    footer = {
      "",
      "Example: nasbench score --preset fast --archs random:100:1 --out scores.h5",
      "",
      "Scores are appended to FILE.journal as they are computed: a killed command goes on where it"
          + " stopped, and more architectures can be scored into the same file later. Cells that"
          + " compute the same function are scored once. Scores do not depend on the number of"
          + " workers.",
      "",
      "Use: nasbench correlate TABLE --scores FILE --x rmi-fast --y cifar10:test:200"
    })
final class ScoreCommand implements Callable<Integer> {

  @Option(
      names = "--space",
      paramLabel = "SPACE",
      description = "The search space: nb201. Default: ${DEFAULT-VALUE}.")
  private String space = "nb201";

  @Option(
      names = "--proxy",
      paramLabel = "PROXY",
      description = "What is computed: rmi. Default: ${DEFAULT-VALUE}.")
  private String proxy = "rmi";

  @Option(
      names = "--preset",
      paramLabel = "PRESET",
      description =
          "paper (150 iterations), fast (25) or micro (small networks, for trying out). Default:"
              + " ${DEFAULT-VALUE}.")
  private String preset = "fast";

  @Option(
      names = "--dataset",
      paramLabel = "DATASET",
      description = "The images that networks are scored on: cifar10. Default: ${DEFAULT-VALUE}.")
  private String dataset = "cifar10";

  @Option(
      names = "--archs",
      paramLabel = "ARCHS",
      description =
          "Which architectures: all, random:N:SEED, or a file with one per line. Default:"
              + " ${DEFAULT-VALUE}.")
  private String archs = "random:100:1";

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "cpu, gpu, gpu:N, or best: a GPU if there is one. Default: ${DEFAULT-VALUE}.")
  private String device = "best";

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Networks at the same time. Default: one for each processor core.")
  private int workers = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "Decides batch and weights. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--inits",
      paramLabel = "K",
      description = "Initialisations whose losses are averaged. Default: ${DEFAULT-VALUE}.")
  private int inits = 1;

  @Option(names = "--out", paramLabel = "FILE", description = "The score file. Required.")
  private @Nullable Path out;

  @Mixin private RmiSources sources = new RmiSources();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Path file = requiredOut();
    require("space", space, "nb201");
    require("proxy", proxy, "rmi");
    require("dataset", dataset, "cifar10");
    Nb201Space cells = new Nb201Space();
    FunctionClasses classes = new FunctionClasses(cells);
    List<Integer> wanted = new ArchitectureChoice(cells, classes).representatives(archs);
    RmiScoring scoring =
        RmiScoring.of(
            preset, new RmiScoring.Repetition(seed, inits), DeviceChoice.parse(device), sources);
    Path journalFile = file.resolveSibling(file.getFileName() + ".journal");
    try (ScoreJournal journal = ScoreJournal.open(journalFile, scoring.header())) {
      try (ProgressBar bar =
          Terminal.progressBar(scoring.header().name(), "scores", wanted.size())) {
        new ScoreRunner(workers, (done, total) -> bar.stepTo(done))
            .run(wanted, scoring.scorer(cells), journal);
      }
      Tables.store()
          .write(
              ScoreContent.of(
                  scoring.header(),
                  journal.records(),
                  Math.toIntExact(cells.size()),
                  index -> cells.index(classes.representativeOf(cells.architecture(index)))),
              file);
      spec.commandLine()
          .getErr()
          .println("Wrote %s scores to %s.".formatted(journal.records().size(), file));
    }
    return ExitCode.DONE.code();
  }

  private Path requiredOut() {
    if (out == null) {
      throw new ParameterException(spec.commandLine(), "Missing required option: '--out=FILE'");
    }
    return out;
  }

  private static void require(String option, String value, String only) {
    if (!value.equals(only)) {
      throw new IllegalArgumentException(
          "The %s (%s) cannot be scored yet. Use %s.".formatted(option, value, only));
    }
  }
}
