package org.nasbench4j.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Studies in processes that are killed, that compete, and whose disk is full. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StudyProcessTest {
  private static final int NO_GATE = -1;
  private static final int FULL_AT_KIB = 64;

  @TempDir private static Path undisturbed;

  private static byte[] runs = {};
  private static byte[] header = {};

  @TempDir private Path parent;
  private Path folder;

  @BeforeAll
  static void runUndisturbed() throws IOException {
    Path folder = undisturbed.resolve("study");
    runner(StudyProgress.SILENT).run(study(), Studies.PROVENANCE, folder);
    runs = Files.readAllBytes(folder.resolve("runs.jsonl"));
    header = Files.readAllBytes(folder.resolve("study.json"));
  }

  @BeforeEach
  void nameTheFolder() {
    folder = parent.resolve("study");
  }

  private static Study study() {
    return Studies.study(ChildStudy.PLAN);
  }

  private static StudyRunner runner(StudyProgress progress) {
    return new StudyRunner(2, System::nanoTime, progress);
  }

  private ProcessBuilder child(String verb, int threads, int gate) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(ChildStudy.class.getName(), verb, folder.toString()));
    command.addAll(List.of(Integer.toString(threads), Integer.toString(gate)));
    return new ProcessBuilder(command).redirectError(errors().toFile());
  }

  private Path errors() {
    return parent.resolve("stderr.txt");
  }

  private void awaitRuns(Process child, int count) throws IOException {
    BufferedReader lines = child.inputReader();
    String wanted = Integer.toString(count);
    for (String line = lines.readLine(); !wanted.equals(line); line = lines.readLine()) {
      assertThat(line).as("the child ended: %s", Files.readString(errors())).isNotNull();
    }
  }

  private void assertUndisturbed() throws IOException {
    assertThat(folder)
        .isDirectoryNotContaining("glob:**.tmp")
        .isDirectoryNotContaining("glob:**journal.tsv");
    assertThat(Files.readAllBytes(folder.resolve("runs.jsonl"))).isEqualTo(runs);
    assertThat(Files.readAllBytes(folder.resolve("study.json"))).isEqualTo(header);
  }

  /** The gate lies behind the kill, so that no child ever finishes. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 50", "4, 500", "2, 1000"})
  void aKilledProcessLosesNothingThatItRecorded(int threads, int killedAfter) throws Exception {
    Process child = child("run", threads, ChildStudy.RUNS - 20).start();
    awaitRuns(child, killedAfter);
    child.destroyForcibly().waitFor();
    List<Long> told = new ArrayList<>();
    runner((done, total) -> told.add(done)).resume(study(), folder);
    assertThat(told).hasSizeBetween(20, ChildStudy.RUNS - killedAfter);
    assertUndisturbed();
  }

  @Test
  void aSecondProcessIsSentAwayAndTheFirstFinishes() throws Exception {
    Process child = child("run", 2, 3).start();
    awaitRuns(child, 3);
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> runner(StudyProgress.SILENT).resume(study(), folder))
        .withMessageContaining(folder.toString())
        .withMessageContaining("another process is writing this file");
    child.getOutputStream().close();
    awaitRuns(child, ChildStudy.RUNS);
    assertThat(child.waitFor()).isZero();
    assertUndisturbed();
  }

  @Test
  void aSecondProcessIsSentAwayByThisOne() throws Exception {
    StudyProgress intrude =
        (done, total) -> {
          if (done == 5) {
            assertChildIsSentAway();
          }
        };
    runner(intrude).run(study(), Studies.PROVENANCE, folder);
    assertUndisturbed();
  }

  private void assertChildIsSentAway() {
    try {
      assertThat(child("resume", 1, NO_GATE).start().waitFor()).isEqualTo(ChildStudy.IO_FAILURE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(errors()).content().contains("another process is writing this file");
  }

  /** A limit on the size of files makes writing fail as a full disk does. */
  @Test
  void aFullDiskLeavesAStudyThatCanGoOn() throws Exception {
    Path bash = Path.of("/bin/bash");
    assumeTrue(Files.isExecutable(bash), "There is no bash to limit the size of files with.");
    ProcessBuilder limited = child("run", 2, NO_GATE);
    List<String> command = new ArrayList<>();
    command.addAll(List.of(bash.toString(), "-c", "ulimit -f " + FULL_AT_KIB + "; exec \"$@\""));
    command.add("bash");
    command.addAll(limited.command());
    Process child =
        limited.command(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    assertThat(child.waitFor()).isEqualTo(ChildStudy.IO_FAILURE);
    assertThat(errors()).content().isNotBlank();
    assertThat(Files.readAllBytes(folder.resolve("study.json"))).isEqualTo(header);
    assertThat(Files.size(folder.resolve("journal.tsv"))).isLessThanOrEqualTo(FULL_AT_KIB * 1024L);
    assertThat(new StudyFolder(folder).isFinished()).isFalse();
    List<Long> told = new ArrayList<>();
    runner((done, total) -> told.add(done)).resume(study(), folder);
    assertThat(told).hasSizeBetween(1, ChildStudy.RUNS - 1);
    assertUndisturbed();
  }
}
