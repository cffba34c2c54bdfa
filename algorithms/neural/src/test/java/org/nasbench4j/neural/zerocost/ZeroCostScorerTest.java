package org.nasbench4j.neural.zerocost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nasbench4j.neural.SyntheticImages;
import org.nasbench4j.neural.TestEngine;
import org.nasbench4j.neural.batch.ImageBatch;
import org.nasbench4j.neural.batch.ImageKind;
import org.nasbench4j.neural.batch.Normalization;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.network.BatchStatistics;
import org.nasbench4j.neural.network.Nb201Network;
import org.nasbench4j.neural.network.Variant;
import org.nasbench4j.proxy.ProxyScore;
import org.nasbench4j.random.DerivedRandom;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Space;

class ZeroCostScorerTest {
  private static final SyntheticImages IMAGES = new SyntheticImages(400, 3, 12, 4);
  private static final ImageKind KIND = ImageKind.of(IMAGES);
  private static final ZeroCostSettings TINY = new ZeroCostSettings(4, 1, 1);
  private static final Nb201Space SPACE = new Nb201Space();

  private final EngineSession session = TestEngine.session();

  private ZeroCostScorer scorer(ZeroCostProxy proxy, long seed) {
    ZeroCostSettings settings = ZeroCostSettings.preset(proxy, "micro");
    ImageBatch batch =
        proxy.seesImages() ? ZeroCostScorer.batch(IMAGES, settings, 7) : ImageBatch.ones(KIND);
    return new ZeroCostScorer(session, proxy, settings, batch, seed, () -> 0);
  }

  private double value(ZeroCostProxy proxy, String digits) {
    return scorer(proxy, 1).score(SPACE.parse(digits), 0).value();
  }

  @ParameterizedTest
  @EnumSource
  void scoresAreTheSameFromOneThreadAndFromTwo(ZeroCostProxy proxy) throws Exception {
    ZeroCostScorer scorer = scorer(proxy, 3);
    List<Nb201Cell> cells =
        List.of("333133", "421211", "444444", "111020", "202124", "341230").stream()
            .map(SPACE::parse)
            .toList();
    List<ProxyScore> alone = new ArrayList<>();
    for (Nb201Cell cell : cells) {
      alone.add(scorer.score(cell, 0));
    }
    assertThat(alone).doesNotHaveDuplicates();
    ExecutorService workers = Executors.newFixedThreadPool(2);
    try {
      List<Future<ProxyScore>> together =
          cells.stream().map(cell -> workers.submit(() -> scorer.score(cell, 0))).toList();
      for (int i = 0; i < cells.size(); i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i));
      }
    } finally {
      workers.shutdown();
    }
  }

  @ParameterizedTest
  @EnumSource
  void seedAndInitialisationDecideTheScore(ZeroCostProxy proxy) {
    Nb201Cell cell = SPACE.parse("312420");
    double value = scorer(proxy, 1).score(cell, 0).value();
    assertThat(value).isFinite();
    assertThat(scorer(proxy, 1).score(cell, 0).value()).isEqualTo(value);
    assertThat(scorer(proxy, 2).score(cell, 0).value()).isNotEqualTo(value);
    assertThat(scorer(proxy, 1).score(cell, 1).value()).isNotEqualTo(value);
  }

  @ParameterizedTest
  @EnumSource
  void aCellWithoutAPathHasTheWorstScore(ZeroCostProxy proxy) {
    assertThat(value(proxy, "000000")).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(value(proxy, "330000")).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  // The positive network is linear in the weights of each layer, so that the flow through a layer
  // that all paths pass is the output, but for the biases (Euler). A reduction's branch of two
  // convolutions carries a share of it twice and its shortcut the rest once: between 1 and 2.
  @Test
  void theFlowThroughEveryLayerOfAChainIsTheOutput() {
    try (NDManager manager = session.newManager()) {
      Nb201Network network =
          Nb201Network.of(
              manager,
              SPACE.parse("000300"),
              TINY.shape(KIND),
              3,
              DerivedRandom.of(5, "zero-cost-init", index("000300"), "0"),
              Variant.positive());
      NDArray ones = ImageBatch.ones(KIND).images(manager).toType(DataType.FLOAT64, false);
      double outputs = sum(network.forward(ones, BatchStatistics.BATCH).logits());
      double biases =
          network.parameters().stream()
              .filter(parameter -> parameter.name().equals("classifier.bias"))
              .mapToDouble(parameter -> sum(parameter.value()))
              .sum();
      // Stem, three cells, classifier, and two reductions.
      assertThat(flow("000300") / (outputs - biases)).isBetween(7.0, 9.0);
    }
  }

  private double flow(String digits) {
    return new ZeroCostScorer(
            session, ZeroCostProxy.SYNFLOW, TINY, ImageBatch.ones(KIND), 5, () -> 0)
        .score(SPACE.parse(digits), 0)
        .value();
  }

  private static String index(String digits) {
    return String.valueOf(SPACE.index(SPACE.parse(digits)));
  }

  private static double sum(NDArray values) {
    return Arrays.stream(values.toDoubleArray()).sum();
  }

  @Test
  void aReluThatTwoEdgesShareCountsForBoth() {
    assertThat(relus("000300")).isEqualTo(relus("000100") + 3);
    assertThat(relus("331333")).isEqualTo(relus("000100") + 3 * 5);
  }

  // The ReLUs of a network of one cell in each stage.
  private int relus(String digits) {
    List<Long> seen = new ArrayList<>();
    try (NDManager manager = session.newManager()) {
      Nb201Network network =
          Nb201Network.of(
              manager,
              SPACE.parse(digits),
              TINY.shape(KIND),
              3,
              DerivedRandom.of(1, "test"),
              Variant.observed(activation -> seen.add(activation.size())));
      session.withoutGradients(
          () -> network.forward(ImageBatch.ones(KIND).images(manager), BatchStatistics.BATCH));
    }
    return seen.size();
  }

  @Test
  void imagesThatAnswerAlikeMakeTheKernelSingular() {
    ZeroCostSettings settings = new ZeroCostSettings(4, 1, 3);
    ImageBatch drawn =
        ImageBatch.drawn(IMAGES, Normalization.of(IMAGES), 2, DerivedRandom.of(1, "test"));
    ZeroCostScorer scorer =
        new ZeroCostScorer(
            session, ZeroCostProxy.NASWOT, settings, drawn.chosen(new int[] {0, 1, 0}), 1, () -> 0);
    assertThat(scorer.score(SPACE.parse("333133"), 0).value()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  // The images' codes 1100, 1010 and 0000 have four, two or two outputs in common: the determinant
  // of [[4, 2, 2], [2, 4, 2], [2, 2, 4]] is 32. A second ReLU on which all agree adds one to each.
  @Test
  void theKernelCountsTheOutputsOnWhichImagesAgree() {
    try (NDManager manager = session.newManager()) {
      ActivationCodes codes = new ActivationCodes(3);
      float[] first = {0.5f, 2, 0, 0, 1, 0, 0.1f, 0, 0, 0, 0, 0};
      codes.add(manager.create(first, new Shape(3, 1, 2, 2)));
      assertThat(codes.logDeterminant()).isCloseTo(Math.log(32), within(1e-12));
      codes.add(manager.create(new float[] {3, 1, 4}, new Shape(3, 1, 1, 1)));
      // (5 - 3)^2 (5 + 2 * 3)
      assertThat(codes.logDeterminant()).isCloseTo(Math.log(44), within(1e-12));
    }
  }

  // Uncorrelated gradients would give -n (log(1 + k) + 1 / (1 + k)), the greatest possible value.
  @Test
  void jacobCovIsBelowThatOfUncorrelatedGradients() {
    assertThat(value(ZeroCostProxy.JACOB_COV, "333133")).isLessThan(-8 + 1e-6).isGreaterThan(-100);
  }

  @Test
  void secondsAreMeasuredWithTheClockThatIsHandedIn() {
    long[] time = {0};
    ZeroCostScorer scorer =
        new ZeroCostScorer(
            session,
            ZeroCostProxy.SYNFLOW,
            ZeroCostSettings.preset(ZeroCostProxy.SYNFLOW, "micro"),
            ImageBatch.ones(KIND),
            1,
            () -> time[0] += 1_500_000_000L);
    assertThat(scorer.score(SPACE.parse("421211"), 0).seconds()).isEqualTo(1.5);
  }

  @ParameterizedTest
  @CsvSource({"SYNFLOW,benchmark,16,5,1", "NASWOT,benchmark,16,5,64", "SNIP,micro,4,1,8"})
  void presetsAreThoseOfTheDocumentation(
      ZeroCostProxy proxy, String preset, int channels, int cells, int batch) {
    assertThat(ZeroCostSettings.preset(proxy, preset))
        .isEqualTo(new ZeroCostSettings(channels, cells, batch));
  }

  @Test
  void mistakesAreNamedWithTheWayOut() {
    ZeroCostSettings settings = ZeroCostSettings.preset(ZeroCostProxy.SNIP, "micro");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ZeroCostSettings.preset(ZeroCostProxy.SNIP, "huge"))
        .withMessage("The preset (huge) of snip must be benchmark or micro.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.withBatch(ZeroCostProxy.SNIP, 1))
        .withMessageContaining("(1) must be at least 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.withBatch(ZeroCostProxy.SYNFLOW, 8))
        .withMessageContaining("one image of ones");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ZeroCostScorer.batch(IMAGES, new ZeroCostSettings(4, 1, 401), 1))
        .withMessageContaining("Choose a smaller batch");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ZeroCostScorer(
                    session, ZeroCostProxy.SNIP, settings, ImageBatch.ones(KIND), 1, () -> 0))
        .withMessageContaining("1 images; the settings say 8");
  }
}
