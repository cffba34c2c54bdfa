package org.nasbench4j.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.io.CheckedLines;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.TableContent;

class ScoreRunnerTest {
  private static final ScoreHeader HEADER = header("1");

  private final List<Integer> scored = Collections.synchronizedList(new ArrayList<>());

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("scores.journal");
  }

  private static ScoreHeader header(String seed) {
    return new ScoreHeader("nb201", "rmi", 1, new TreeMap<>(Map.of("seed", seed)));
  }

  private ScoreRecord score(int index) {
    scored.add(index);
    double value = index == 4 ? Double.NEGATIVE_INFINITY : -index / 8.0;
    return new ScoreRecord(index, value, 0.5, new TreeMap<>(Map.of("loss-it1", index / 8.0)));
  }

  private Map<Integer, ScoreRecord> run(Integer... wanted) throws IOException {
    try (ScoreJournal journal = ScoreJournal.open(file, HEADER)) {
      new ScoreRunner(2, (done, total) -> {}).run(List.of(wanted), this::score, journal);
      return journal.records();
    }
  }

  @Test
  void scoresAreComputedOnceAndComeBackAsTheyWere() throws IOException {
    Map<Integer, ScoreRecord> first = run(7, 4, 2);
    scored.clear();
    assertThat(run(2, 4, 7, 5)).containsAllEntriesOf(first).containsKey(5);
    assertThat(scored).containsExactly(5);
  }

  @Test
  void aFileThatIsCutAnywhereLosesNothingButItsLastScore() throws IOException {
    run(7);
    long first = Files.size(file);
    run(7, 4);
    byte[] whole = Files.readAllBytes(file);
    for (int length = (int) first; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      scored.clear();
      run(7, 4);
      assertThat(scored).containsExactly(4);
      assertThat(file).hasBinaryContent(whole);
    }
  }

  @Test
  void aDamagedScoreIsRefusedWithItsPlace() throws IOException {
    run(7, 4);
    byte[] bytes = Files.readAllBytes(file);
    bytes[12] ^= 1;
    Files.write(file, bytes);
    assertThatExceptionOfType(MalformedTableException.class)
        .isThrownBy(() -> run(7))
        .withMessageContaining("malformed at byte 0");
  }

  @Test
  void scoresOfAnotherKindAreRefusedAndNamed() throws IOException {
    run(7);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoreJournal.open(file, header("2")).close())
        .withMessageContaining("{seed=1}")
        .withMessageContaining("{seed=2}");
    assertThat(run(7)).hasSize(1);
  }

  // As docs/results/rmi-fast.h5.journal was begun.
  @Test
  void aJournalWithoutAVersionIsOfVersionOne() throws IOException {
    String header = "{\"space\":\"nb201\",\"name\":\"rmi\",\"settings\":{\"seed\":\"1\"}}";
    String score = "{\"architecture\":7,\"value\":-1.0,\"seconds\":0.5,\"details\":{}}";
    try (CheckedLines lines = CheckedLines.open(file, (offset, line) -> {})) {
      lines.append(header.getBytes(StandardCharsets.UTF_8));
      lines.append(score.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(run(7, 4)).hasSize(2);
    assertThat(scored).containsExactly(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'architecture':9,'seconds':0.5,'details':{}}",
        "{'architecture':9,'value':-1.0,'seconds':-1,'details':{}}",
        "{'architecture':9,'value':-1.0,'seconds':1,'details':{},'colour':1}",
        "{'architecture':9,'value':-1.0,'seconds':1,'details':{}} 1",
        "[]"
      })
  void aLineThatIsNoScoreIsRefusedWithItsPlace(String line) throws IOException {
    run(7);
    long end = Files.size(file);
    try (CheckedLines lines = CheckedLines.open(file, (offset, rest) -> {})) {
      lines.append(line.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
    assertThatExceptionOfType(MalformedTableException.class)
        .isThrownBy(() -> run(7))
        .withMessageContaining("malformed at byte " + (end + 9))
        .withMessageContaining("holds no score");
  }

  @Test
  void scoresOfAnotherVersionAreRefusedAndNamed() throws IOException {
    run(7);
    ScoreHeader later = new ScoreHeader("nb201", "rmi", 2, HEADER.settings());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoreJournal.open(file, later).close())
        .withMessageContaining("{version=1}")
        .withMessageContaining("{version=2}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScoreHeader("nb201", "rmi", 0, HEADER.settings()))
        .withMessageContaining("(0)");
  }

  @Test
  void aFailureKeepsWhatWasScored() throws IOException {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> {
              try (ScoreJournal journal = ScoreJournal.open(file, HEADER)) {
                new ScoreRunner(1, (done, total) -> {})
                    .run(
                        List.of(1, 2, 3),
                        index -> {
                          if (index == 3) {
                            throw new IllegalStateException("the engine broke");
                          }
                          return score(index);
                        },
                        journal);
              }
            });
    scored.clear();
    run(1, 2, 3);
    assertThat(scored).containsExactly(3);
  }

  @Test
  void everyMemberOfAFunctionHasItsScore() throws IOException {
    TableContent content =
        ScoreContent.of(HEADER, run(2, 4), 8, index -> index - index % 2, "score");
    assertThat(((RowNames.Indexed) content.rows()).indices()).containsExactly(2, 3, 4, 5);
    assertThat(content.columns().get("rmi"))
        .containsExactly(-0.25, -0.25, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
    assertThat(content.columns().get("rmi-seconds")).containsOnly(0.5);
    assertThat(content.columns().get("rmi-loss-it1")).containsExactly(0.25, 0.25, 0.5, 0.5);
    assertThat(content.sources()).containsExactly("score");
    assertThat(content.notes()).anySatisfy(note -> assertThat(note).contains("seed=1"));
  }
}
