package org.nasbench4j.cli.score;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.IntUnaryOperator;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.cli.image.ImageDataset;
import org.nasbench4j.cli.image.ImageSource;
import org.nasbench4j.cli.image.UnknownPlaceException;
import org.nasbench4j.cli.option.ArchitectureChoice;
import org.nasbench4j.cli.option.ArchitectureOptions;
import org.nasbench4j.cli.option.EngineOptions;
import org.nasbench4j.cli.option.Tables;
import org.nasbench4j.cli.option.WorkerOptions;
import org.nasbench4j.cli.program.ExitCode;
import org.nasbench4j.cli.program.Invocation;
import org.nasbench4j.cli.program.Terminal;
import org.nasbench4j.cli.teacher.TeacherSource;
import org.nasbench4j.journal.ResultJournal;
import org.nasbench4j.score.ScoreContent;
import org.nasbench4j.score.ScoreHeader;
import org.nasbench4j.score.ScoreJournal;
import org.nasbench4j.score.ScoreRecord;
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
    description = "Scores untrained networks by a proxy.",
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
public final class ScoreCommand implements Callable<Integer> {

  @Option(
      names = "--proxy",
      paramLabel = "PROXY",
      description =
          "What is computed: rmi, synflow, logsynflow, naswot, grad-norm, snip, jacob-cov,"
              + " micro-train, params or flops (see nasbench methods). Default: ${DEFAULT-VALUE}.")
  private String proxy = "rmi";

  @Option(
      names = "--preset",
      paramLabel = "PRESET",
      description =
          "Of rmi: paper (150 iterations), fast (25, the default) or micro (small networks, for"
              + " trying out). Of the others that run networks: benchmark (the benchmark's own, the"
              + " default) or micro. Of micro-train: micro.")
  private @Nullable String preset;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description =
          "The images that networks see, where these can be chosen: of rmi (default 32), naswot,"
              + " grad-norm, snip and jacob-cov (default 64). Default of preset micro: 8.")
  private @Nullable Integer batch;

  @Mixin private ArchitectureOptions archs = new ArchitectureOptions();

  @Mixin private EngineOptions engine = new EngineOptions();

  @Mixin private WorkerOptions workers = new WorkerOptions();

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "Decides batch and weights. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--inits",
      paramLabel = "K",
      description = "Initialisations whose scores are averaged. Default: ${DEFAULT-VALUE}.")
  private int inits = 1;

  @Option(names = "--out", paramLabel = "FILE", description = "The score file. Required.")
  private @Nullable Path out;

  @Mixin private ImageSource images = new ImageSource();

  @Mixin private TeacherSource teacher = new TeacherSource();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Path file = requiredOut();
    String wantedArchs = archs.ofNb201("scored");
    ScoreProxies.Entry entry = ScoreProxies.named(proxy);
    Nb201Space cells = new Nb201Space();
    FunctionClasses classes = new FunctionClasses(cells);
    ArchitectureChoice choice = new ArchitectureChoice(cells, classes);
    // What is cheap to check comes before images are read and the engine is loaded.
    List<Integer> indices = choice.indices(wantedArchs);
    Scoring scoring = opened(entry);
    IntUnaryOperator representative =
        scoring.sharing() == Scoring.Sharing.NONE
            ? index -> index
            : index -> cells.index(classes.representativeOf(cells.architecture(index)));
    List<Integer> wanted = indices.stream().map(representative::applyAsInt).distinct().toList();
    try (ScoreJournal journal = ScoreJournal.open(ResultJournal.beside(file), scoring.header())) {
      compute(wanted, scoring, journal);
      write(file, scoring.header(), journal.records(), representative);
    }
    return ExitCode.DONE.code();
  }

  private Scoring opened(ScoreProxies.Entry entry) throws IOException {
    try {
      return entry.opening().open(request());
    } catch (UnknownPlaceException e) {
      throw new IllegalArgumentException(
          "%s Or use --dataset %s, which comes with the program."
              .formatted(e.getMessage(), ImageDataset.FASHION_MNIST_14.id()),
          e);
    }
  }

  private ScoringRequest request() {
    return new ScoringRequest(preset, batch, seed, inits, engine.device(), images, teacher);
  }

  private void compute(List<Integer> wanted, Scoring scoring, ScoreJournal journal)
      throws IOException {
    Set<Integer> there = journal.records().keySet();
    long before = wanted.stream().filter(there::contains).count();
    try (ProgressBar bar =
        Terminal.progressBar(scoring.header().name(), "scores", wanted.size(), before)) {
      new ScoreRunner(workers.count(), (done, total) -> bar.stepTo(done))
          .run(wanted, scoring.scorer(), journal);
    }
  }

  private void write(
      Path file,
      ScoreHeader header,
      Map<Integer, ScoreRecord> records,
      IntUnaryOperator representative)
      throws IOException {
    SortedMap<Integer, ScoreRecord> shown = new TreeMap<>();
    records.forEach((index, record) -> shown.put(index, Scoring.shown(record)));
    int size = Math.toIntExact(new Nb201Space().size());
    Tables.store()
        .write(ScoreContent.of(header, shown, size, representative, Invocation.of(spec)), file);
    spec.commandLine().getErr().println("Wrote %s scores to %s.".formatted(records.size(), file));
  }

  private Path requiredOut() {
    if (out == null) {
      throw new ParameterException(spec.commandLine(), "Missing required option: '--out=FILE'");
    }
    return out;
  }
}
