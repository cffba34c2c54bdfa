package org.nasbench4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The built command as real processes, started by the launcher. */
@EnabledOnOs(
    value = {OS.LINUX, OS.MAC},
    disabledReason = "the launcher is a shell script")
class LauncherIT {
  private static final String PLAN =
      """
      name: killed
      table: synthetic
      runs: %d
      tasks:
        - {name: one, search: cifar10:valid:12, budget: 400 evaluations, report: cifar10:200}
      methods: [random-search, regularized-evolution, reinforce]
      """;

  @TempDir private static Path folder;

  @BeforeAll
  static void writeTable() throws IOException {
    SyntheticTable.write(folder.resolve("synthetic.h5"));
  }

  private static ProcessBuilder nasbench(Object... arguments) {
    Path root =
        Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
            .filter(path -> Files.isDirectory(path.resolve(".mvn")))
            .findFirst()
            .orElseThrow();
    List<String> command = new ArrayList<>(List.of(root.resolve("scripts/nasbench").toString()));
    List.of(arguments).forEach(argument -> command.add(argument.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("NASBENCH4J_DATA", folder.toString());
    return builder;
  }

  private static String output(Process process) throws IOException, InterruptedException {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return output;
  }

  @Test
  void theLauncherAnswersAQuery() throws IOException, InterruptedException {
    Process process =
        nasbench(
                "query",
                "synthetic",
                0,
                "--dataset",
                "cifar10",
                "--split",
                "test",
                "--schedule",
                200,
                "--seeds",
                "mean",
                "--json")
            .start();
    assertThat(output(process)).contains("\"accuracyPercent\"");
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void theTableThatComesWithTheProgramIsOpenedByName() throws IOException, InterruptedException {
    ProcessBuilder builder =
        nasbench(
            "query",
            "nb201-micro",
            187,
            "--dataset=fashion-mnist-14",
            "--split=test",
            "--schedule=3",
            "--seeds=0");
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    // As the trainings' journal has it: 3,770 of 5,000.
    assertThat(output(builder.start())).contains("75.4");
  }

  @Test
  void aMistakeIsOneLineAndItsExitCode() throws IOException, InterruptedException {
    Process process = nasbench("study", "resume", folder.resolve("nothing")).start();
    assertThat(output(process).lines()).hasSize(1).first().asString().contains("holds no study");
    assertThat(process.exitValue()).isEqualTo(4);
  }

  @Test
  void aKilledStudyResumesToTheSameBytes() throws IOException, InterruptedException {
    Path plan = Files.writeString(folder.resolve("plan.yaml"), PLAN.formatted(400));
    Path whole = folder.resolve("whole");
    Path killed = folder.resolve("killed");
    output(nasbench("study", "run", plan, "--out", whole, "--threads", 1).start());

    Process victim = nasbench("study", "run", plan, "--out", killed, "--threads", 2).start();
    waitForGrowth(killed.resolve("journal.tsv"), 100_000, victim);
    kill(victim);
    assertThat(killed.resolve("runs.jsonl")).doesNotExist();

    Process resumed = nasbench("study", "resume", killed, "--threads", 2).start();
    assertThat(output(resumed)).contains("Done");
    assertThat(killed.resolve("runs.jsonl")).hasSameBinaryContentAs(whole.resolve("runs.jsonl"));
    assertThat(killed.resolve("study.json")).hasSameBinaryContentAs(whole.resolve("study.json"));
  }

  @Test
  void aKilledTrainingOfATableGoesOnToTheSameNumbers() throws IOException, InterruptedException {
    Engine.require();
    Path whole = folder.resolve("whole.h5");
    Path killed = folder.resolve("killed.h5");
    assertThat(output(training(whole, 1))).contains("36 of 5260 functions");

    Process victim = training(killed, 2);
    waitForGrowth(folder.resolve("killed.h5.journal"), 3_000, victim);
    kill(victim);
    assertThat(killed).doesNotExist();

    assertThat(output(training(killed, 2))).contains("36 of 5260 functions");
    assertThat(csv(killed)).hasSameBinaryContentAs(csv(whole));
  }

  private static Process training(Path table, int workers) throws IOException {
    return nasbench(
            "table",
            "train",
            "--train-images=500",
            "--eval-images=100",
            "--schedules=2",
            "--seeds=1",
            "--archs=random:40:1",
            "--device=cpu",
            "--workers",
            workers,
            "--out",
            table)
        .start();
  }

  private static Path csv(Path table) throws IOException, InterruptedException {
    Path csv = table.resolveSibling(table.getFileName() + ".csv");
    output(nasbench("export", table, "--format", "csv", "--out", csv).start());
    return csv;
  }

  private static void waitForGrowth(Path journal, long bytes, Process process)
      throws IOException, InterruptedException {
    while (process.isAlive() && (!Files.exists(journal) || Files.size(journal) < bytes)) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** The launcher replaces itself by Java, so this kills the study and not a shell. */
  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
  }
}
