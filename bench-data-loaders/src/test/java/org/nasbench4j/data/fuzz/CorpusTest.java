package org.nasbench4j.data.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;

/** What a fuzzer found interesting once stays without surprise: see {@code scripts/fuzz}. */
class CorpusTest {
  private static final int CHANGED = 200;

  @TempDir private Path folder;

  static Stream<String> targets() {
    return Fuzz.TARGETS.stream().map(FuzzTarget::name);
  }

  @ParameterizedTest
  @MethodSource("targets")
  void aSeedIsIntact(String name) throws IOException {
    FuzzTarget target = Fuzz.target(name);
    List<String> refused = new ArrayList<>();
    for (byte[] seed : target.seeds().values()) {
      try {
        target.read(Files.write(folder.resolve("seed" + refused.size()), seed));
      } catch (MalformedTableException | UnsupportedTableException e) {
        refused.add(e.getMessage());
      }
    }
    assertThat(refused).hasSizeLessThan(target.seeds().size());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void theCorpusAndChangedSeedsAreReadOrRefused(String name) throws IOException {
    FuzzTarget target = Fuzz.target(name);
    Intake intake = new Intake(target, folder);
    Map<String, byte[]> corpus = Corpus.of(name);
    assertThat(corpus).isNotEmpty();
    for (byte[] file : corpus.values()) {
      intake.offer(file);
    }
    SplittableRandom random = new SplittableRandom(1);
    for (byte[] seed : target.seeds().values()) {
      for (int i = 0; i < CHANGED; i++) {
        int cut = random.nextInt(2) * random.nextInt(seed.length);
        byte[] changed = Arrays.copyOf(seed, seed.length - cut);
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        intake.offer(changed);
      }
    }
  }

  @Test
  void namesAreDifferent() {
    Set<String> names = new HashSet<>(targets().toList());
    assertThat(names).hasSameSizeAs(Fuzz.TARGETS);
  }
}
