package org.nasbench4j.cli.teacher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.cli.option.EngineOptions;
import org.nasbench4j.cli.program.ExitCode;
import org.nasbench4j.cli.program.Machine;
import org.nasbench4j.cli.program.Terminal;
import org.nasbench4j.data.safetensors.Safetensors;
import org.nasbench4j.neural.engine.DeviceChoice;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.training.TeacherTraining;
import org.nasbench4j.neural.training.TrainingListener;
import org.nasbench4j.neural.training.TrainingSettings;
import org.nasbench4j.neural.training.TrainingState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nasbench teacher train}. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Trains a ResNet-20 as the reference network of RMI.",
    footer = {
      "",
      "Example: nasbench teacher train --dataset cifar10 --epochs 10 --out teacher.safetensors",
      "",
      "After each epoch the state goes to FILE.checkpoint and a line to FILE.log: the same command"
          + " goes on where it was killed, and ends with the same bytes. The file is written at the"
          + " end."
    })
final class TeacherTrainCommand implements Callable<Integer> {

  @Option(
      names = "--dataset",
      paramLabel = "DATASET",
      description =
          "cifar10, fashion-mnist, or fashion-mnist-14, which comes with the program. Default:"
              + " ${DEFAULT-VALUE}.")
  private String dataset = "cifar10";

  @Option(
      names = "--images",
      paramLabel = "PATH",
      description =
          "Where the images are: CIFAR-10's binary archive or folder, or a folder with"
              + " Fashion-MNIST's IDX files. Default: cifar10/cifar-10-binary.tar.gz in the folder"
              + " that NASBENCH4J_DATA names; the folder of Debian's package"
              + " dataset-fashion-mnist.")
  private @Nullable Path images;

  @Option(
      names = "--side",
      paramLabel = "N",
      description =
          "Reduce images to N x N pixels, the means of blocks; N divides their side. Default: as"
              + " they are.")
  private int side;

  @Option(
      names = "--epochs",
      paramLabel = "E",
      description = "Passes over the training images. Default: ${DEFAULT-VALUE}.")
  private int epochs = 10;

  @Option(
      names = "--rate",
      paramLabel = "R",
      description = "The highest learning rate. Default: ${DEFAULT-VALUE}.")
  private float rate = 0.3f;

  @Option(names = "--weight-decay", paramLabel = "D", description = "Default: ${DEFAULT-VALUE}.")
  private float weightDecay = 5e-4f;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "Decides weights, order and augmentation. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Mixin private EngineOptions engine = new EngineOptions();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The file of the trained network, .safetensors.")
  private Path out = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    TrainingSettings settings = new TrainingSettings(epochs, rate, weightDecay, seed);
    DeviceChoice choice = engine.device();
    TeacherImages source = TeacherImages.read(dataset, images, side);
    EngineSession session = EngineSession.open(choice);
    SortedMap<String, String> identity = identity(source, settings, session);
    TrainingFiles files = new TrainingFiles(out, identity);
    if (Files.exists(out)) {
      TeacherFile finished = TeacherFile.read(out);
      files.checkSame(out, finished.content().metadata());
      report("%s is finished already".formatted(out), finished.accuracy());
      return ExitCode.DONE.code();
    }
    TeacherTraining training =
        new TeacherTraining(session, source.train(), source.test(), settings, System::nanoTime);
    TrainingState trained = run(training, files);
    SortedMap<String, String> texts =
        TeacherFile.texts(training.normalization(), source.train().classes());
    texts.putAll(identity);
    texts.put(TeacherFile.ACCURACY, Double.toString(trained.last().testAccuracy()));
    texts.put("program", Machine.provenance().program());
    texts.put("licence", "of the program; trained by it on the images of the data set alone");
    files.finish(new Safetensors(texts, trained.network()));
    report("Wrote %s".formatted(out), trained.last().testAccuracy());
    return ExitCode.DONE.code();
  }

  static SortedMap<String, String> identity(
      TeacherImages source, TrainingSettings settings, EngineSession session) {
    SortedMap<String, String> identity = new TreeMap<>();
    identity.put(TeacherFile.ARCHITECTURE, TeacherFile.RESNET20);
    identity.put(TeacherFile.DATASET, source.dataset());
    identity.put(TeacherFile.SIDE, Integer.toString(source.train().side()));
    identity.put(TeacherFile.SETTINGS, settings.toString());
    identity.put(TeacherFile.ENGINE, session.description());
    return identity;
  }

  private TrainingState run(TeacherTraining training, TrainingFiles files) throws IOException {
    TrainingState begun = files.stored();
    try (ProgressBar bar = Terminal.progressBar("teacher", "images", training.images())) {
      return training.run(
          begun,
          new TrainingListener() {
            @Override
            public void batchDone(long images, double loss) {
              bar.setExtraMessage(" loss %.3f".formatted(loss));
              bar.stepTo(images);
            }

            @Override
            public void epochDone(TrainingState state) throws IOException {
              files.store(state);
            }
          });
    }
  }

  private void report(String what, double accuracy) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        Locale.ROOT,
        "%s: %.2f %% of the test images are classified rightly.%n",
        what,
        100 * accuracy);
  }
}
