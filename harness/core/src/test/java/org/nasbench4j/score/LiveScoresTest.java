package org.nasbench4j.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.proxy.ProxyScore;
import org.nasbench4j.search.TinySpace;
import org.nasbench4j.work.Workers;

@Timeout(60)
class LiveScoresTest {
  private static final ScoreHeader HEADER =
      new ScoreHeader("tiny", "rmi-fast", 1, new TreeMap<>(Map.of("seed", "1")));

  private final TinySpace space = TinySpace.of(4, 5);
  private final AtomicInteger computed = new AtomicInteger();
  private final Queue<Integer> told = new ConcurrentLinkedQueue<>();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @TempDir private Path folder;
  private @Nullable ScoreJournal opened;

  @BeforeEach
  void openTheJournal() throws IOException {
    opened = ScoreJournal.open(folder.resolve("scores.h5.journal"), HEADER);
  }

  @AfterEach
  void closeTheJournal() throws IOException {
    journal().close();
  }

  private ScoreJournal journal() {
    return Objects.requireNonNull(opened);
  }

  private ScoreRecord compute(int index) {
    most.accumulateAndGet(running.incrementAndGet(), Math::max);
    computed.incrementAndGet();
    Thread.onSpinWait();
    running.decrementAndGet();
    return new ScoreRecord(index, -index, 0.25, new TreeMap<>());
  }

  /** Architectures with equal first decisions share a score. */
  private LiveScores live(ArchitectureScorer scorer) {
    return new LiveScores(HEADER, journal(), scorer, cell -> space.encode(cell)[0], 2, told::add);
  }

  private ProxyScore score(LiveScores scores, int first, int second) {
    return scores.score(space.decode(new int[] {first, second}));
  }

  @Test
  void whatIsInTheJournalIsNotComputedAgain() throws IOException {
    journal().append(new ScoreRecord(3, -0.5, 7, new TreeMap<>()));
    assertThat(score(live(this::compute), 3, 1)).isEqualTo(new ProxyScore(-0.5, 7));
    assertThat(computed).hasValue(0);
  }

  @Test
  void whatIsAbsentIsComputedOnceAndKept() {
    LiveScores scores = live(this::compute);
    assertThat(score(scores, 2, 0)).isEqualTo(new ProxyScore(-2, 0.25));
    assertThat(score(scores, 2, 4)).isEqualTo(new ProxyScore(-2, 0.25));
    assertThat(computed).hasValue(1);
    assertThat(journal().records()).containsOnlyKeys(2);
  }

  @Test
  void manySearchesWaitForOneComputation() throws IOException {
    LiveScores scores = live(this::compute);
    new Workers(8)
        .run(
            IntStream.range(0, 400).boxed().toList(),
            i -> assertThat(score(scores, i % 4, i % 5).value()).isEqualTo(-(i % 4)));
    assertThat(computed).hasValue(4);
    assertThat(most.get()).isBetween(1, 2);
    assertThat(journal().records()).hasSize(4);
    assertThat(told).containsExactlyInAnyOrder(1, 2, 3, 4);
  }

  @Test
  void aFailureReachesEverybodyWhoAsks() {
    LiveScores scores =
        live(
            index -> {
              throw new IllegalStateException("no engine");
            });
    for (int i = 0; i < 2; i++) {
      assertThatIllegalStateException()
          .isThrownBy(() -> score(scores, 1, 1))
          .withMessage("no engine");
    }
    assertThat(journal().records()).isEmpty();
  }

  @Test
  void theHeaderOfAJournalCanBeRead() throws IOException {
    Path begun = folder.resolve("begun.journal");
    ScoreJournal.open(begun, HEADER).close();
    assertThat(ScoreJournal.headerOf(begun)).isEqualTo(HEADER);
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> ScoreJournal.headerOf(folder.resolve("absent")))
        .withMessageContaining("nasbench score");
    assertThat(folder.resolve("absent")).doesNotExist();
  }
}
