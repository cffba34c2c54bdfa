package org.nasbench4j.cli.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.cli.image.ImageDataset;
import org.nasbench4j.cli.image.TableImages;
import org.nasbench4j.cli.option.ArchitectureChoice;
import org.nasbench4j.cli.option.ArchitectureOptions;
import org.nasbench4j.cli.option.EngineOptions;
import org.nasbench4j.cli.option.Tables;
import org.nasbench4j.cli.option.WorkerOptions;
import org.nasbench4j.cli.program.ExitCode;
import org.nasbench4j.cli.program.Invocation;
import org.nasbench4j.cli.program.Terminal;
import org.nasbench4j.data.image.EmbeddedImages;
import org.nasbench4j.journal.ResultJournal;
import org.nasbench4j.journal.ResultRunner;
import org.nasbench4j.neural.benchmark.BenchmarkImages;
import org.nasbench4j.neural.benchmark.BenchmarkRecipe;
import org.nasbench4j.neural.benchmark.LaneTrainer;
import org.nasbench4j.neural.engine.DeviceChoice;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.space.nb201.FunctionClasses;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.training.ArchitectureTrainer;
import org.nasbench4j.training.TrainedArchitecture;
import org.nasbench4j.training.TrainedContent;
import org.nasbench4j.training.TrainingHeader;
import org.nasbench4j.training.TrainingJournal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "Use: nasbench correlate FILE --x fashion-mnist-14:valid:3 --y fashion-mnist-14:test:3"
    })
final class TableTrainCommand implements Callable<Integer> {

  @Option(
      names = "--dataset",
      paramLabel = "DATASET",
      description = "The images: fashion-mnist. Default: ${DEFAULT-VALUE}.")
  private String dataset = "fashion-mnist";

  @Option(
      names = "--images",
      paramLabel = "PATH",
      description =
          "The folder with the four files of Fashion-MNIST. Default: the images that come with the"
              + " program, if they are enough; else /usr/share/datasets/fashion-mnist, where"
              + " Debian's package puts them, or fashion-mnist in the folder that NASBENCH4J_DATA"
              + " names.")
  private @Nullable Path images;

  @Option(
      names = "--seeds",
      paramLabel = "S",
      description = "Trains with the seeds 0 to S - 1. Default: ${DEFAULT-VALUE}.")
  private int seeds = 3;

  @Mixin private ArchitectureOptions archs = new ArchitectureOptions();

  @Mixin private RecipeOptions recipe = new RecipeOptions();

  @Mixin private ExtraColumns extras = new ExtraColumns();

  @Mixin private EngineOptions engine = new EngineOptions();

  @Mixin private WorkerOptions workers = new WorkerOptions();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The table.")
  private Path out = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Nb201Space cells = new Nb201Space();

  @Override
  public Integer call() throws IOException {
    String wantedArchs = archs.ofNb201("trained");
    requireDataset();
    if (seeds < 1) {
      throw new IllegalArgumentException("The seeds (%d) must be at least 1.".formatted(seeds));
    }
    // What is cheap to check comes before images are read and the engine is loaded.
    BenchmarkRecipe wanted = recipe.recipe();
    requireSide(wanted.images().side());
    FunctionClasses classes = new FunctionClasses(cells);
    List<Integer> architectures =
        new ArchitectureChoice(cells, classes).representatives(wantedArchs);
    DeviceChoice device = engine.device();
    ImageDataset source = ImageDataset.parse(dataset);
    TrainedTable table = new TrainedTable(source, wanted, classes);
    TrainedContent.Extras further = extras.beside(table.counts(), Invocation.of(spec));
    BenchmarkImages chosen =
        TableImages.read(source, images, wanted.images()).chosen(wanted.images());
    EngineSession session = EngineSession.open(device);
    TrainingHeader header =
        table.header(IntStream.range(0, seeds).boxed().toList(), chosen, session);
    LaneTrainer trainer =
        new LaneTrainer(session, chosen, wanted, header.seeds(), session.workClock());
    try (ResultJournal<TrainingHeader, TrainedArchitecture> journal =
        TrainingJournal.open(ResultJournal.beside(out), header)) {
      train(architectures, trainer, journal);
      Tables.store().write(table.content(header, journal.records(), further), out);
      report(journal.records().size(), classes.count());
    }
    return ExitCode.DONE.code();
  }

  private void train(
      List<Integer> wanted,
      ArchitectureTrainer trainer,
      ResultJournal<TrainingHeader, TrainedArchitecture> journal)
      throws IOException {
    Set<Integer> there = journal.records().keySet();
    long before = wanted.stream().filter(there::contains).count();
    try (ProgressBar bar = Terminal.progressBar("table", "functions", wanted.size(), before)) {
      new ResultRunner(workers.count(), (done, total) -> bar.stepTo(done))
          .run(wanted, trainer::train, journal);
    }
  }

  private void report(int trained, int functions) {
    spec.commandLine()
        .getErr()
        .println(
            "Wrote the trainings of %d of %d functions to %s.".formatted(trained, functions, out));
  }

  // Data sets of tables have their side in their name.
  private static void requireSide(int side) {
    if (side != EmbeddedImages.SIDE) {
      throw new IllegalArgumentException(
          "Tables of images of %d pixels cannot be stored yet. Use --side %d."
              .formatted(side, EmbeddedImages.SIDE));
    }
  }

  private void requireDataset() {
    if (!dataset.equals(ImageDataset.FASHION_MNIST.id())) {
      throw new IllegalArgumentException(
          "Tables of the dataset (%s) cannot be trained yet. Use %s."
              .formatted(dataset, ImageDataset.FASHION_MNIST.id()));
    }
  }
}
