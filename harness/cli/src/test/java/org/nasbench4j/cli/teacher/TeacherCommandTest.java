package org.nasbench4j.cli.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.cli.Cli;
import org.nasbench4j.cli.Engine;
import org.nasbench4j.cli.MadeImages;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.training.TeacherTraining;
import org.nasbench4j.neural.training.TrainingListener;
import org.nasbench4j.neural.training.TrainingSettings;
import org.nasbench4j.neural.training.TrainingState;

/** Training on a few made images in Fashion-MNIST's form. */
class TeacherCommandTest {
  private static final int TRAIN = 140;
  private static final int TEST = 20;

  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void makeImages() throws IOException {
    out = folder.resolve("teacher.safetensors");
    MadeImages.write(folder, TRAIN, TEST);
  }

  private Cli train(Path file, int seed) {
    return Cli.run(
        "teacher",
        "train",
        "--dataset",
        "fashion-mnist",
        "--images",
        folder,
        "--side",
        7,
        "--epochs",
        2,
        "--rate",
        0.05,
        "--seed",
        seed,
        "--device",
        "cpu",
        "--out",
        file);
  }

  // What a command leaves that was killed after its first epoch.
  private void interruptedTraining() throws IOException {
    TeacherImages images = TeacherImages.read("fashion-mnist", folder, 7);
    TrainingSettings settings = new TrainingSettings(2, 0.05f, 5e-4f, 1);
    EngineSession session = Engine.session();
    TrainingFiles files =
        new TrainingFiles(out, TeacherTrainCommand.identity(images, settings, session));
    TeacherTraining training =
        new TeacherTraining(session, images.train(), images.test(), settings, System::nanoTime);
    TrainingListener killed =
        new TrainingListener() {
          @Override
          public void batchDone(long done, double loss) {}

          @Override
          public void epochDone(TrainingState state) throws IOException {
            files.store(state);
            throw new IOException("killed");
          }
        };
    assertThatThrownBy(() -> training.run(null, killed)).hasMessage("killed");
  }

  @Test
  void aTrainedNetworkIsWrittenShownAndNotTrainedAgain() throws IOException {
    Engine.session();
    assertThat(train(out, 1).err()).contains("Wrote", "% of the test images");
    byte[] bytes = Files.readAllBytes(out);

    Cli shown = Cli.run("teacher", "show", out);
    // 269,722 weights for three channels, 288 fewer for one; 1,376 running statistics.
    assertThat(shown.out())
        .contains("270,810 numbers in 97 tensors")
        .contains("resnet20", "fashion-mnist", "test-accuracy", "seed 1", "PyTorch");
    assertThat(Files.readAllLines(folder.resolve("teacher.safetensors.log")))
        .hasSize(2)
        .allMatch(line -> line.contains("\"testAccuracy\":"));
    assertThat(folder.resolve("teacher.safetensors.checkpoint")).doesNotExist();

    assertThat(train(out, 1).err()).contains("is finished already");
    assertThat(train(out, 2).errorLine()).contains("seed 1", "seed 2", "another --out");
    assertThat(out).hasBinaryContent(bytes);
  }

  @Test
  void aKilledTrainingGoesOnToTheSameBytes() throws IOException {
    interruptedTraining();
    Path whole = folder.resolve("whole.safetensors");
    assertThat(train(whole, 1).exitCode()).isZero();
    assertThat(train(out, 1).exitCode()).isZero();
    assertThat(out).hasSameBinaryContentAs(whole);
  }

  @Test
  void aCheckpointOfOtherSettingsIsNotGoneOnWith() throws IOException {
    interruptedTraining();
    Cli refused = train(out, 2);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.errorLine()).contains("was begun otherwise", "seed 1", "seed 2");
  }

  @Test
  void aDamagedCheckpointIsSaid() throws IOException {
    interruptedTraining();
    Path checkpoint = folder.resolve("teacher.safetensors.checkpoint");
    byte[] bytes = Files.readAllBytes(checkpoint);
    Files.write(checkpoint, Arrays.copyOf(bytes, bytes.length / 2));
    Cli refused = train(out, 1);
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.errorLine()).contains("checkpoint", "malformed");
  }

  @Test
  void mistakesAreOneLine() {
    assertThat(Cli.run("teacher").exitCode()).isEqualTo(2);
    assertThat(Cli.run("teacher", "train").errorLine()).contains("--out");
    assertThat(Cli.run("teacher", "train", "--dataset", "mnist", "--out", out).errorLine())
        .contains("(mnist)", "cifar10 or fashion-mnist or fashion-mnist-14");
    assertThat(Cli.run("teacher", "train", "--help").out())
        .contains("cifar10, fashion-mnist, or fashion-mnist-14");
    assertThat(Cli.run("teacher", "train", "--epochs", 0, "--out", out).errorLine())
        .contains("epochs (0)");
    assertThat(
            Cli.run(
                    "teacher",
                    "train",
                    "--dataset",
                    "fashion-mnist",
                    "--images",
                    folder,
                    "--side",
                    9,
                    "--out",
                    out)
                .errorLine())
        .contains("side (9)", "which is 28");
    assertThat(Cli.run("teacher", "show", folder.resolve("none")).exitCode()).isEqualTo(4);
    assertThat(out).doesNotExist();
  }
}
