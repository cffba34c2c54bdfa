package org.nasbench4j.cli.supernet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.cli.Cli;
import org.nasbench4j.cli.Engine;
import org.nasbench4j.data.safetensors.SafetensorsReader;
import org.nasbench4j.tensor.NamedTensor;

/** Trainings of a few steps on the images that come with the program. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SupernetCommandTest {
  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void nameTheFolder() {
    Engine.require();
    out = folder.resolve("supernet");
  }

  private static List<Object> command(Path out, Object... more) {
    List<Object> command =
        new ArrayList<>(
            List.of("supernet", "train", "--preset", "micro", "--train-images", 128, "--device"));
    command.addAll(List.of("cpu", "--out", out));
    command.addAll(List.of(more));
    return command;
  }

  private static Cli train(Path out, Object... more) {
    return Cli.run(command(out, more).toArray());
  }

  private static String withoutSeconds(Path file) throws IOException {
    return Files.readString(file)
        .replaceAll("\"seconds\" ?: ?[0-9.E-]+", "")
        .replaceAll("\"logSha256\" ?: ?\"[0-9a-f]{64}\"", "");
  }

  private static void assertSame(Path left, Path right) throws IOException {
    for (String file : List.of("steps.jsonl", "result.json")) {
      assertThat(withoutSeconds(left.resolve(file))).isEqualTo(withoutSeconds(right.resolve(file)));
    }
    List<NamedTensor> tensors = tensors(left);
    assertThat(tensors(right)).hasSameSizeAs(tensors);
    for (int i = 0; i < tensors.size(); i++) {
      assertThat(tensors(right).get(i).values()).isEqualTo(tensors.get(i).values());
    }
  }

  private static List<NamedTensor> tensors(Path training) throws IOException {
    return SafetensorsReader.read(training.resolve("checkpoint.safetensors")).tensors().all();
  }

  @Test
  void aTrainingIsWrittenShownAndNotTrainedAgain() throws IOException {
    assertThat(train(out).err()).contains("Trained", "after 2 steps");
    assertThat(Files.readAllLines(out.resolve("steps.jsonl")))
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"step\":") && line.endsWith("}"));
    byte[] result = Files.readAllBytes(out.resolve("result.json"));

    Cli shown = Cli.run("supernet", "show", out);
    assertThat(shown.out())
        .contains(
            "method     vim-nas", "space      nb201", "seed       1", "pixels     ", "PyTorch")
        .contains("entropy", "Finished. Derived: |");

    assertThat(train(out).err()).contains("is finished already");
    assertThat(out.resolve("result.json")).hasBinaryContent(result);
  }

  @Test
  void anotherTrainingInTheFolderIsRefusedByWhatDiffers() throws IOException {
    train(out);
    byte[] result = Files.readAllBytes(out.resolve("result.json"));
    assertThat(train(out, "--seed", 2).errorLine())
        .contains("seed is (1), now (2). Use the same options");
    assertThat(train(out, "--method", "darts").errorLine()).contains("(vim-nas), now (darts)");
    Cli space = train(out, "--space", "oneshot1-3");
    assertThat(space.errorLine()).contains("space is (nb201), now (oneshot1-3)");
    assertThat(space.exitCode()).isEqualTo(2);
    assertThat(train(out, "--rate", 0.01).errorLine()).contains("settings is (C 4");
    assertThat(out.resolve("result.json")).hasBinaryContent(result);
  }

  @Test
  void aCheckpointOfAnotherSpaceIsRefused() throws IOException {
    train(out);
    Files.delete(out.resolve("result.json"));
    Cli refused = train(out, "--space", "oneshot1-1");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.errorLine()).contains("space is (nb201), now (oneshot1-1)");
    assertThat(train(out).exitCode()).isZero();
  }

  @Test
  void aKilledProcessGoesOnToTheSameBytes() throws Exception {
    Path whole = folder.resolve("whole");
    assertThat(Cli.run(longCommand(whole)).exitCode()).isZero();

    Process child = child(longCommand(out));
    awaitSteps(child, 5);
    child.destroyForcibly().waitFor();
    assertThat(out.resolve("result.json")).as("killed in time").doesNotExist();
    assertThat(Cli.run("supernet", "show", out).out()).contains("Unfinished after");

    assertThat(Cli.run(longCommand(out)).exitCode()).isZero();
    assertSame(out, whole);
  }

  private static Object[] longCommand(Path out) {
    return new Object[] {
      "supernet",
      "train",
      "--preset",
      "micro",
      "--train-images",
      256,
      "--epochs",
      10,
      "--checkpoint-every",
      3,
      "--device",
      "cpu",
      "--out",
      out
    };
  }

  private Process child(Object... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), "org.nasbench4j.cli.Main"));
    Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("child.txt").toFile())
        .start();
  }

  private void awaitSteps(Process child, int count) throws IOException, InterruptedException {
    Path steps = out.resolve("steps.jsonl");
    while (!Files.exists(steps) || Files.readAllLines(steps).size() < count) {
      assertThat(child.isAlive())
          .as("the child ended: %s", Files.readString(folder.resolve("child.txt")))
          .isTrue();
      Thread.sleep(5);
    }
  }

  @Test
  void aDamagedCheckpointIsSaidAndLeftAlone() throws IOException {
    train(out);
    Files.delete(out.resolve("result.json"));
    Path checkpoint = out.resolve("checkpoint.safetensors");
    byte[] half = Arrays.copyOf(Files.readAllBytes(checkpoint), 20_000);
    Files.write(checkpoint, half);
    Cli refused = train(out);
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.errorLine()).contains("checkpoint.safetensors", "malformed");
    assertThat(checkpoint).hasBinaryContent(half);
    assertThat(Files.readAllLines(out.resolve("steps.jsonl"))).hasSize(2);
  }

  @Test
  void aFlippedBitOfACheckpointIsSaid() throws IOException {
    train(out);
    Files.delete(out.resolve("result.json"));
    Path checkpoint = out.resolve("checkpoint.safetensors");
    byte[] bytes = Files.readAllBytes(checkpoint);
    bytes[bytes.length - 1] ^= 1;
    Files.write(checkpoint, bytes);
    Cli refused = train(out);
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.errorLine()).contains("checkpoint.safetensors", "SHA-256");
    assertThat(checkpoint).hasBinaryContent(bytes);
  }

  @Test
  void aTrainingOnOtherImagesIsNotGoneOnWith() throws IOException {
    train(out);
    Files.delete(out.resolve("result.json"));
    Path file = out.resolve("checkpoint.safetensors");
    SupernetCheckpoint stored = SupernetCheckpoint.read(file);
    SortedMap<String, String> others = new TreeMap<>(stored.training());
    assertThat(others.put("pixels", "others")).hasSize(64);
    new SupernetCheckpoint(others, stored.state(), stored.logSha256()).write(file);
    Cli refused = train(out);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.errorLine()).contains("pixels is (others), now (");
  }

  @Test
  void aChangedStepIsSaid() throws IOException {
    train(out);
    Path steps = out.resolve("steps.jsonl");
    Files.writeString(steps, Files.readString(steps).replaceFirst("\"ties\":\\d+", "\"ties\":6"));
    Cli shown = Cli.run("supernet", "show", out);
    assertThat(shown.exitCode()).isEqualTo(3);
    assertThat(shown.errorLine()).contains("steps.jsonl", "but the result is of");
    Files.delete(out.resolve("result.json"));
    Cli refused = train(out);
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.errorLine()).contains("its first 2 lines", "but the checkpoint is of");
  }

  @Test
  void secondsThatGoBackAreSaid() throws IOException {
    train(out);
    Path steps = out.resolve("steps.jsonl");
    Files.writeString(
        steps, Files.readString(steps).replaceFirst("\"seconds\":[0-9.E-]+", "\"seconds\":1e9"));
    Cli shown = Cli.run("supernet", "show", out);
    assertThat(shown.exitCode()).isEqualTo(3);
    assertThat(shown.errorLine()).contains("seconds go back from 1.0E9");
  }

  @Test
  void aLogThatLostStepsIsSaid() throws IOException {
    train(out);
    Files.delete(out.resolve("result.json"));
    Files.writeString(out.resolve("steps.jsonl"), "");
    Cli refused = train(out);
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.errorLine()).contains("it ends after 0 of the 2 steps");
  }

  @Test
  void aFileThatIsNoLogOfStepsIsNotOverwritten() throws IOException {
    Path steps = Files.createDirectories(out).resolve("steps.jsonl");
    Files.writeString(steps, "{\"mine\": 1}\n");
    Cli refused = train(out);
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.errorLine()).contains("no step of a training");
    assertThat(steps).hasContent("{\"mine\": 1}");
  }

  // A rate of 1e5 multiplies the weights by tens in each step, by weight decay alone.
  @Test
  void aLossThatIsNoNumberKeepsTheLastGoodCheckpoint() throws IOException {
    Object[] wild = {"--method", "darts", "--rate", "1e5", "--epochs", 20, "--checkpoint-every", 1};
    Cli diverged = train(out, wild);
    assertThat(diverged.exitCode()).isEqualTo(2);
    assertThat(diverged.errorLine()).contains("no finite number any more", "100000.0");
    long good = SupernetCheckpoint.read(out.resolve("checkpoint.safetensors")).state().step();
    assertThat(good).isPositive();
    assertThat(diverged.errorLine())
        .contains("in step %d.".formatted(good + 2))
        .contains("the last good state is that after step %d.".formatted(good));
    assertThat(Files.readAllLines(out.resolve("steps.jsonl"))).hasSize((int) good + 1);
    assertThat(out.resolve("result.json")).doesNotExist();
    // The step after the checkpoint has a finite loss again.
    assertThat(train(out, wild).errorLine()).isEqualTo(diverged.errorLine());
  }

  @Test
  void aLossThatIsNoNumberAtOnceLeavesNoCheckpoint() throws IOException {
    Cli diverged = train(out, "--rate", "1e30");
    assertThat(diverged.exitCode()).isEqualTo(2);
    assertThat(diverged.errorLine()).contains("loss (NaN)", "in step 2", "1.0E30");
    assertThat(out.resolve("checkpoint.safetensors")).doesNotExist();
    assertThat(Files.readAllLines(out.resolve("steps.jsonl"))).hasSize(1);
    assertThat(train(out).err()).contains("Trained", "after 2 steps");
  }

  @Test
  void mistakesAreOneLineAndLeaveNothing() {
    assertThat(Cli.run("supernet").exitCode()).isEqualTo(2);
    assertThat(Cli.run("supernet", "train").errorLine()).contains("--out");
    assertThat(train(out, "--space", "nb101").errorLine()).contains("(nb101)", "oneshot1-3");
    assertThat(train(out, "--method", "sgd").errorLine()).contains("(sgd)", "darts");
    assertThat(train(out, "--epochs", -1).errorLine()).contains("epochs (-1)");
    assertThat(train(out, "--epochs", 0).errorLine()).contains("epochs (0)");
    assertThat(Cli.run("supernet", "train", "--train-images", 0, "--out", out).errorLine())
        .contains("images (0) at least 2");
    assertThat(train(out, "--checkpoint-every", 0).errorLine()).contains("(0)");
    assertThat(train(out, "--dataset", "mnist").errorLine()).contains("(mnist)");
    assertThat(train(out, "--method", "darts", "--ablation", "bilevel").errorLine())
        .contains("ablation (bilevel)");
    Cli side = misfit();
    assertThat(side.exitCode()).isEqualTo(2);
    assertThat(side.errorLine()).contains("side (16)", "which is 14");
    Cli none = Cli.run("supernet", "show", folder.resolve("none"));
    assertThat(none.exitCode()).isEqualTo(4);
    assertThat(none.errorLine()).contains("holds no training of a supernet");
    assertThat(out).doesNotExist();
  }

  private Cli misfit() {
    return Cli.run(
        "supernet",
        "train",
        "--preset",
        "reduced",
        "--dataset",
        "fashion-mnist-14",
        "--device",
        "cpu",
        "--out",
        out);
  }
}
