package org.nasbench4j.study;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;

class JournalTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("journal.tsv");
  }

  private static RunKey key(int run) {
    return new RunKey("task", "method", run);
  }

  private static RunExecutor.Outcome outcome(int run, double overheadSeconds) {
    TargetValue value = new TargetValue(91.5, 90.25);
    RunRecord record =
        new RunRecord(
            "task",
            "method",
            run,
            RunRecord.Stop.BUDGET,
            2,
            new RunRecord.Ledger(40.5, 0),
            new RunRecord.Trials(
                new int[] {3, 1},
                new double[] {Double.NEGATIVE_INFINITY, 1e-6},
                new double[] {20.25, 40.5}),
            List.of(new Incumbent(1, 1, 20.25, "tiny[3]", 1e-6, List.of(value))),
            new RunRecord.Recommendation(RunRecord.Chooser.INCUMBENT, "tiny[3]", List.of(value)));
    return new RunExecutor.Outcome(record, overheadSeconds);
  }

  private void append(int... runs) throws IOException {
    try (Journal journal = Journal.open(file)) {
      for (int run : runs) {
        journal.append(outcome(run, run * 1e-6));
      }
    }
  }

  private Set<RunKey> keys() throws IOException {
    try (Journal journal = Journal.open(file)) {
      return journal.keys();
    }
  }

  @Test
  void anEmptyFileIsAnEmptyJournal() throws IOException {
    assertThat(keys()).isEmpty();
    assertThat(keys()).isEmpty();
    assertThat(file).isEmptyFile();
  }

  @Test
  void remembersRunsByteForByte() throws IOException {
    append(0, 1);
    append(2);
    try (Journal journal = Journal.open(file)) {
      assertThat(journal.keys()).containsExactlyInAnyOrder(key(0), key(1), key(2));
      for (int run = 0; run < 3; run++) {
        assertThat(journal.json(key(run))).isEqualTo(Json.of(outcome(run, 0).record()));
        assertThat(journal.overheadSeconds(key(run))).isEqualTo("0.00000" + run);
      }
      assertThatIllegalStateException()
          .isThrownBy(() -> journal.json(key(3)))
          .withMessageContaining("run=3");
    }
  }

  @Test
  void aLineIsAChecksumTheSecondsAndTheRun() throws IOException {
    append(5);
    assertThat(Files.readString(file))
        .matches(
            "[0-9a-f]{8}\t0\\.000005\t\\{\"task\":\"task\",\"method\":\"method\",\"run\":5,.*}\n");
  }

  @Test
  void aLastLineWithoutItsEndIsCutOff() throws IOException {
    append(0);
    long complete = Files.size(file);
    append(1);
    byte[] whole = Files.readAllBytes(file);
    for (int length = (int) complete; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(keys()).containsExactly(key(0));
      assertThat(file).hasSize(complete);
    }
    append(1);
    assertThat(file).hasBinaryContent(whole);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "\n", "abc\n", "no checksum\twith tabs\t{}\n", "12345678\t\n", "\0\0"})
  void aLastLineThatMakesNoSenseIsCutOff(String torn) throws IOException {
    append(0);
    byte[] whole = Files.readAllBytes(file);
    Files.writeString(file, new String(whole, ISO_8859_1) + torn, ISO_8859_1);
    assertThat(keys()).containsExactly(key(0));
    assertThat(file).hasBinaryContent(whole);
  }

  @Test
  void aLastLineWithAWrongChecksumIsCutOff() throws IOException {
    append(0);
    long complete = Files.size(file);
    append(1);
    byte[] whole = Files.readAllBytes(file);
    for (int at = (int) complete; at < whole.length - 1; at += 7) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 1;
      Files.write(file, flipped);
      assertThat(keys()).containsExactly(key(0));
    }
  }

  @Test
  void aDamagedLineBeforeTheLastIsReportedAndNothingIsTouched() throws IOException {
    append(0);
    long second = Files.size(file);
    append(1);
    append(2);
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) second + 30] ^= 1;
    Files.write(file, bytes);
    assertThatExceptionOfType(MalformedTableException.class)
        .isThrownBy(this::keys)
        .withMessageContaining(file.toString())
        .withMessageContaining("malformed at byte " + second)
        .returns(new AtByte(second), MalformedTableException::place)
        .returns(file, MalformedTableException::path);
    assertThat(file).hasBinaryContent(bytes);
    // The way out that the message names.
    Files.write(file, Arrays.copyOf(bytes, (int) second));
    assertThat(keys()).containsExactly(key(0));
  }

  @Test
  void whoeverComesSecondIsSentAway() throws IOException {
    try (Journal first = Journal.open(file)) {
      first.append(outcome(0, 0));
      assertThatExceptionOfType(FileSystemException.class)
          .isThrownBy(() -> Journal.open(file))
          .withMessageContaining(file.toString())
          .withMessageContaining("another process is writing this file");
      first.append(outcome(1, 0));
    }
    assertThat(keys()).containsExactlyInAnyOrder(key(0), key(1));
  }
}
