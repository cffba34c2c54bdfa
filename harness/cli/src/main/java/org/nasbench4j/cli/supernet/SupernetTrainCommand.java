package org.nasbench4j.cli.supernet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.cli.image.ImageDataset;
import org.nasbench4j.cli.option.EngineOptions;
import org.nasbench4j.cli.program.ExitCode;
import org.nasbench4j.cli.program.Terminal;
import org.nasbench4j.image.ReducedImages;
import org.nasbench4j.neural.engine.DeviceChoice;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.supernet.Ablation;
import org.nasbench4j.neural.supernet.SupernetMethod;
import org.nasbench4j.neural.supernet.SupernetPreset;
import org.nasbench4j.neural.supernet.SupernetSettings;
import org.nasbench4j.neural.supernet.SupernetStep;
import org.nasbench4j.neural.supernet.SupernetTraining;
import org.nasbench4j.neural.supernet.space.SupernetSpace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nasbench supernet train}. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Learns an architecture by a network that shares weights.",
    footer = {
      "",
      "Example: nasbench supernet train --space nb201 --preset micro --out supernet",
      "",
      "DIR gets steps.jsonl (a line for each step), checkpoint.safetensors and, at the end,"
          + " result.json. The same command goes on where it was killed, and ends with the same"
          + " bytes, seconds aside. Studies train by themselves: see study run --supernets."
    })
final class SupernetTrainCommand implements Callable<Integer> {

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description = "vim-nas or darts. Default: ${DEFAULT-VALUE}.")
  private String method = "vim-nas";

  @Option(
      names = "--space",
      paramLabel = "SPACE",
      description = "nb201, oneshot1-1, oneshot1-2 or oneshot1-3. Default: ${DEFAULT-VALUE}.")
  private String space = "nb201";

  @Option(
      names = "--preset",
      paramLabel = "PRESET",
      description =
          "How large the network is, and which images it sees: paper, reduced or micro. Default:"
              + " ${DEFAULT-VALUE}.")
  private String preset = "reduced";

  @Option(
      names = "--ablation",
      paramLabel = "ABLATION",
      description =
          "What is changed of vim-nas: none, point-estimate, one-block, five-blocks, plain-logits"
              + " or bilevel. Default: ${DEFAULT-VALUE}.")
  private String ablation = "none";

  @Option(
      names = "--epochs",
      paramLabel = "E",
      description = "Passes over the images, at most. Default: the preset's.")
  private @Nullable Integer epochs;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "Decides weights, noise, order and augmentation. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--rate",
      paramLabel = "R",
      description = "The first learning rate of the weights. Default: the preset's.")
  private @Nullable Float rate;

  @Option(
      names = "--dataset",
      paramLabel = "DATASET",
      description =
          "cifar10, fashion-mnist or fashion-mnist-14, which comes with the program. Default: the"
              + " preset's, fashion-mnist-14 of micro and cifar10 of the others.")
  private @Nullable String dataset;

  @Option(
      names = "--images",
      paramLabel = "PATH",
      description = "Where the images are. Default: as for score.")
  private @Nullable Path images;

  @Option(
      names = "--train-images",
      paramLabel = "N",
      description = "How many images are trained on. Default: the preset's.")
  private @Nullable Integer count;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "N",
      description = "Steps between two checkpoints, at most. Default: ${DEFAULT-VALUE}.")
  private int every = Supernets.CHECKPOINT_EVERY;

  @Mixin private EngineOptions engine = new EngineOptions();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the training.")
  private Path out = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    SupernetRecipe recipe = recipe();
    ImageDataset source = ImageDataset.parse(recipe.dataset());
    DeviceChoice device = engine.device();
    EngineSession session = EngineSession.open(device);
    SupernetJob job =
        new SupernetJob(
            new SupernetFolder(out),
            recipe.identity(session.description()),
            recipe.settings(),
            every);
    boolean before = job.folder().result(job.identity()).isPresent();
    SupernetResult result = run(job, recipe, source, session);
    report(before ? "%s is finished already" : "Trained %s", result);
    return ExitCode.DONE.code();
  }

  private SupernetRecipe recipe() {
    SupernetRecipe.Kind kind =
        new SupernetRecipe.Kind(
            SupernetMethod.of(method), SupernetPreset.of(preset), Ablation.of(ablation));
    SupernetSpace learned = LearnedSpaces.get(space);
    SupernetSettings settings = kind.settings(learned, given(epochs), given(count), seed);
    return new SupernetRecipe(
        learned,
        kind,
        dataset == null ? kind.preset().dataset() : dataset,
        rate == null ? settings : settings.withRate(rate));
  }

  private static OptionalInt given(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private SupernetResult run(
      SupernetJob job, SupernetRecipe recipe, ImageDataset source, EngineSession session)
      throws IOException {
    try (Bar bar = new Bar(recipe)) {
      return job.run(
          () ->
              new SupernetTraining(
                  session,
                  recipe.space(),
                  ReducedImages.to(source.train(images), recipe.settings().images().side()),
                  recipe.settings(),
                  session.workClock()),
          bar);
    }
  }

  /** Loss, entropy of the rows and derived cell, behind the steps. */
  private static final class Bar implements SupernetJob.Progress, AutoCloseable {
    private final SupernetRecipe recipe;
    private @Nullable ProgressBar bar;

    Bar(SupernetRecipe recipe) {
      this.recipe = recipe;
    }

    @Override
    public void begins(long done) {
      bar =
          Terminal.progressBar(
              recipe.kind().method().id(), "steps", recipe.settings().steps(), done);
    }

    @Override
    public void accept(SupernetStep step) {
      if (bar != null) {
        bar.setExtraMessage(
            String.format(
                Locale.ROOT,
                " loss %.3f entropy %.3f %s",
                step.loss(),
                step.entropy(),
                LearnedSpaces.shortened(recipe.space(), step.architecture())));
        bar.stepTo(step.step());
      }
    }

    @Override
    public void close() {
      if (bar != null) {
        bar.close();
      }
    }
  }

  private void report(String what, SupernetResult result) {
    SupernetStep last = result.last();
    spec.commandLine()
        .getErr()
        .printf(
            Locale.ROOT,
            what + ": %s after %d steps, entropy %.3f, %.1f s.%n",
            out,
            last.architecture(),
            last.step(),
            last.entropy(),
            last.seconds());
  }
}
