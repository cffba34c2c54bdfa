package org.nasbench4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.journal.ResultJournal;
import org.nasbench4j.journal.ResultRunner;
import org.nasbench4j.neural.batch.ImageKind;
import org.nasbench4j.neural.benchmark.BenchmarkImages;
import org.nasbench4j.neural.benchmark.BenchmarkRecipe;
import org.nasbench4j.neural.benchmark.LaneTrainer;
import org.nasbench4j.neural.engine.DeviceChoice;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.space.nb201.FunctionClasses;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Counts;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.nb201.NetworkShape;
import org.nasbench4j.table.Training;
import org.nasbench4j.training.ArchitectureTrainer;
import org.nasbench4j.training.SplitSizes;
import org.nasbench4j.training.TrainedArchitecture;
import org.nasbench4j.training.TrainedContent;
import org.nasbench4j.training.TrainingHeader;
import org.nasbench4j.training.TrainingJournal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nasbench table train}. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Trains a benchmark table of your own.",
    footer = {
      "",
      "Example: nasbench table train --archs random:100:1 --seeds 3 --workers 2 --out micro.h5",
      "",
      "Each function is trained once, with all seeds side by side; all cells that compute it have"
          + " its numbers. Trainings are appended to FILE.journal as they end: a killed command goes"
          + " on where it stopped, and more architectures can be trained into the same file later."
          + " What was not trained is missing from the table.",
      "",
      "Use: nasbench correlate FILE --x fashion-mnist-14:valid:2 --y fashion-mnist-14:test:6"
    })
final class TableTrainCommand implements Callable<Integer> {

  @Option(
      names = "--space",
      paramLabel = "SPACE",
      description = "The search space: nb201. Default: ${DEFAULT-VALUE}.")
  private String space = "nb201";

  @Option(
      names = "--dataset",
      paramLabel = "DATASET",
      description = "The images: fashion-mnist. Default: ${DEFAULT-VALUE}.")
  private String dataset = "fashion-mnist";

  @Option(
      names = "--images",
      paramLabel = "PATH",
      description =
          "The folder with the four files of Fashion-MNIST. Default:"
              + " /usr/share/datasets/fashion-mnist, where Debian's package puts them, or"
              + " fashion-mnist in the folder that NASBENCH4J_DATA names.")
  private @Nullable Path images;

  @Option(
      names = "--preset",
      paramLabel = "PRESET",
      description = "Networks and recipe: micro. Default: ${DEFAULT-VALUE}.")
  private String preset = "micro";

  @Option(
      names = "--schedules",
      paramLabel = "E",
      split = ",",
      description =
          "The lengths of the schedules in epochs, ascending, for example 2,6; each is trained from"
              + " scratch. Default: the preset's.")
  private @Nullable List<Integer> schedules;

  @Option(
      names = "--train-images",
      paramLabel = "N",
      description = "How many images are trained on. Default: the preset's.")
  private @Nullable Integer trainImages;

  @Option(
      names = "--eval-images",
      paramLabel = "N",
      description = "How many images validate, and how many test. Default: the preset's.")
  private @Nullable Integer evalImages;

  @Option(
      names = "--seeds",
      paramLabel = "S",
      description = "Trains with the seeds 0 to S - 1. Default: ${DEFAULT-VALUE}.")
  private int seeds = 3;

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
      description = "Functions at the same time. Default: one for each processor core.")
  private int workers = Runtime.getRuntime().availableProcessors();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The table.")
  private Path out = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Nb201Space cells = new Nb201Space();

  @Override
  public Integer call() throws IOException {
    require("space", space, cells.id());
    require("dataset", dataset, ImageDataset.FASHION_MNIST.id());
    if (seeds < 1) {
      throw new IllegalArgumentException("The seeds (%d) must be at least 1.".formatted(seeds));
    }
    // What is cheap to check comes before images are read and the engine is loaded.
    BenchmarkRecipe recipe = recipe();
    FunctionClasses classes = new FunctionClasses(cells);
    List<Integer> wanted = new ArchitectureChoice(cells, classes).representatives(archs);
    DeviceChoice choice = DeviceChoice.parse(device);
    TeacherImages source = TeacherImages.read(dataset, images, recipe.side());
    BenchmarkImages chosen = BenchmarkImages.of(source.train(), source.test(), recipe);
    EngineSession session = EngineSession.open(choice);
    TrainingHeader header = header(recipe, chosen, session);
    LaneTrainer trainer =
        new LaneTrainer(session, chosen, recipe, header.seeds(), System::nanoTime);
    Path journalFile = out.resolveSibling(out.getFileName() + ".journal");
    try (ResultJournal<TrainingHeader, TrainedArchitecture> journal =
        TrainingJournal.open(journalFile, header)) {
      train(wanted, trainer, journal);
      write(header, journal.records(), classes, recipe);
    }
    return ExitCode.DONE.code();
  }

  private BenchmarkRecipe recipe() {
    BenchmarkRecipe recipe = BenchmarkRecipe.preset(preset);
    recipe = schedules == null ? recipe : recipe.with(schedules);
    return recipe.withImages(
        trainImages == null ? recipe.trainingImages() : trainImages,
        evalImages == null ? recipe.evaluationImages() : evalImages);
  }

  private TrainingHeader header(
      BenchmarkRecipe recipe, BenchmarkImages chosen, EngineSession session) {
    SortedMap<String, String> settings = new TreeMap<>();
    settings.put("recipe", recipe.toString());
    settings.put("images", chosen.toString());
    settings.put("engine", session.description());
    return new TrainingHeader(
        cells.id(),
        Training.parse("%s-%d".formatted(dataset, recipe.side())).id(),
        LaneTrainer.VERSION,
        recipe.schedules(),
        IntStream.range(0, seeds).boxed().toList(),
        new SplitSizes(
            recipe.trainingImages(), recipe.evaluationImages(), recipe.evaluationImages()),
        settings);
  }

  private void train(
      List<Integer> wanted,
      ArchitectureTrainer trainer,
      ResultJournal<TrainingHeader, TrainedArchitecture> journal)
      throws IOException {
    Set<Integer> there = journal.records().keySet();
    long before = wanted.stream().filter(there::contains).count();
    try (ProgressBar bar = Terminal.progressBar("table", "functions", wanted.size(), before)) {
      new ResultRunner(workers, (done, total) -> bar.stepTo(done))
          .run(wanted, trainer::train, journal);
    }
  }

  private void write(
      TrainingHeader header,
      Map<Integer, TrainedArchitecture> records,
      FunctionClasses classes,
      BenchmarkRecipe recipe)
      throws IOException {
    TrainedContent.Sharing sharing =
        new TrainedContent.Sharing(
            Math.toIntExact(cells.size()),
            classes.count(),
            index -> cells.index(classes.representativeOf(cells.architecture(index))));
    Tables.store().write(TrainedContent.of(header, records, sharing, counts(header, recipe)), out);
    spec.commandLine()
        .getErr()
        .println(
            "Wrote the trainings of %d of %d functions to %s."
                .formatted(records.size(), classes.count(), out));
  }

  // Of each cell's own network, dead edges included, as the benchmark counts.
  private SortedMap<String, double[]> counts(TrainingHeader header, BenchmarkRecipe recipe) {
    ImageKind kind = ImageDataset.FASHION_MNIST.kind();
    ImageKind reduced = new ImageKind(kind.channels(), recipe.side(), kind.classes());
    NetworkShape shape = recipe.shape(kind.classes());
    Nb201Counts counts = new Nb201Counts(shape);
    SortedMap<String, double[]> columns = new TreeMap<>();
    double[] parameters = new double[Math.toIntExact(cells.size())];
    double[] flops = new double[parameters.length];
    for (int index = 0; index < parameters.length; index++) {
      Nb201Cell cell = cells.architecture(index);
      parameters[index] = counts.parameters(cell) - CountScoring.surplus("params", shape, reduced);
      flops[index] = counts.flops(cell) - CountScoring.surplus("flops", shape, reduced);
    }
    // By their bare names, too, as in the tables of the published records.
    for (String suffix : List.of("", "-" + header.training())) {
      columns.put("params" + suffix, parameters);
      columns.put("flops" + suffix, flops);
    }
    return columns;
  }

  private static void require(String option, String value, String only) {
    if (!value.equals(only)) {
      throw new IllegalArgumentException(
          "Tables of the %s (%s) cannot be trained yet. Use %s.".formatted(option, value, only));
    }
  }
}
