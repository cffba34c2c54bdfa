package org.nasbench4j.neural.zerocost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.nasbench4j.RealData;
import org.nasbench4j.neural.CifarImages;
import org.nasbench4j.neural.TestEngine;
import org.nasbench4j.neural.batch.ImageBatch;
import org.nasbench4j.neural.batch.ImageKind;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.random.DerivedRandom;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.stats.KendallTau;

/**
 * Ranks cells as published scores of the same proxies do. Published scores saw other weights and
 * images; two published files agree with each other to tau 0.92 (synflow) and 0.95 (naswot).
 */
class PublishedScoresTest {
  private static final int CELLS = 20;
  private static final Nb201Space SPACE = new Nb201Space();

  private final EngineSession session = TestEngine.session();

  // What 70 uniformly random cells measure is in docs/methods.md.
  @Test
  void synapticFlowRanksAsThePublishedOne() throws IOException {
    ZeroCostSettings settings = ZeroCostSettings.preset(ZeroCostProxy.SYNFLOW, "benchmark");
    ImageBatch ones = ImageBatch.ones(new ImageKind(3, 32, 10));
    assertThat(tau(ZeroCostProxy.SYNFLOW, settings, ones, 3)).isGreaterThan(0.85);
  }

  // Fewer channels and images than the published ones had, to be quick.
  @Test
  void activationCodesRankAsThePublishedOnes() throws IOException {
    ZeroCostSettings settings = new ZeroCostSettings(8, 3, 32);
    Path archive = RealData.file("cifar10/cifar-10-binary.tar.gz");
    ImageBatch batch =
        ZeroCostScorer.batch(CifarImages.read(archive, "test_batch.bin"), settings, 1);
    assertThat(tau(ZeroCostProxy.NASWOT, settings, batch, 4)).isGreaterThan(0.7);
  }

  // The column is counted from 0.
  private double tau(ZeroCostProxy proxy, ZeroCostSettings settings, ImageBatch batch, int column)
      throws IOException {
    List<String> rows = rows(RealData.file("nb201/zc_freerea_cifar10.csv.gz"));
    ZeroCostScorer scorer = new ZeroCostScorer(session, proxy, settings, batch, 1, () -> 0);
    double[] ours = new double[CELLS];
    double[] published = new double[CELLS];
    int cell = 0;
    for (int index : draw()) {
      ours[cell] = scorer.score(SPACE.architecture(index), 0).value();
      published[cell++] = number(rows.get(index + 1).split(",", -1)[column]);
    }
    return KendallTau.tauB(ours, published);
  }

  private static double number(String text) {
    return text.equals("-inf") ? Double.NEGATIVE_INFINITY : Double.parseDouble(text);
  }

  private static Set<Integer> draw() {
    RandomGenerator random = DerivedRandom.of(1, "published-scores-test");
    Set<Integer> cells = new HashSet<>();
    while (cells.size() < CELLS) {
      cells.add(random.nextInt(Math.toIntExact(SPACE.size())));
    }
    return cells;
  }

  private static List<String> rows(Path file) {
    try (Stream<String> lines =
        new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))
            .lines()) {
      return lines.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
