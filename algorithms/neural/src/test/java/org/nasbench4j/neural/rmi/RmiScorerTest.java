package org.nasbench4j.neural.rmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.SyntheticImages;
import org.nasbench4j.neural.TestEngine;
import org.nasbench4j.neural.batch.Normalization;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.network.BatchStatistics;
import org.nasbench4j.neural.network.Nb201Network;
import org.nasbench4j.neural.rmi.RmiScore.Outcome;
import org.nasbench4j.random.DerivedRandom;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.nb201.NetworkShape;

class RmiScorerTest {
  private static final RmiSettings MICRO = RmiSettings.micro();
  private static final SyntheticImages IMAGES = new SyntheticImages(400, 3, 12, 4);
  private static final Nb201Space SPACE = new Nb201Space();

  private final EngineSession session = TestEngine.session();
  private final NDManager manager = session.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private Teacher teacher(int classes) {
    NetworkShape shape = new NetworkShape(8, 1, classes, IMAGES.side());
    Nb201Network network =
        Nb201Network.of(manager, SPACE.parse("303101"), shape, 3, DerivedRandom.of(1, "teacher"));
    return new Teacher(network, BatchStatistics.BATCH, Normalization.imageNet());
  }

  private RmiBatch batch(ImageSet images, long seed) {
    return RmiBatch.choose(session, images, teacher(images.classes()), MICRO.batch(), seed);
  }

  private RmiScorer<Nb201Cell> scorer(RmiSettings settings, long seed) {
    return RmiScorer.nb201(session, settings, batch(IMAGES, 7), seed, () -> 0);
  }

  private static RmiSettings longer(int iterations, float learningRate) {
    return new RmiSettings(4, 1, 8, iterations, learningRate, 0.9f, 5e-4f, 0.8f);
  }

  @Test
  void theLossIsMixedFromRmiAndCrossEntropy() {
    RmiScore score = scorer(MICRO, 1).score(SPACE.parse("333133"), 0);
    assertThat(score.outcome()).isEqualTo(Outcome.SCORED);
    assertThat(score.nanIteration()).isZero();
    assertThat(score.trace()).extracting(RmiStep::iteration).containsExactly(1, 5, 10);
    for (RmiStep step : score.trace()) {
      assertThat(step.loss())
          .isCloseTo(0.8 * (3 - step.rmi()) + 0.2 * step.crossEntropy(), within(1e-5));
      assertThat(step.alignments()).hasSize(3).allMatch(value -> value > 0 && value < 1.00001);
    }
    assertThat(score.loss()).isEqualTo(score.trace().get(2).loss());
  }

  @Test
  void trainingBringsTheNetworkCloserToTheTeacher() {
    RmiScore score = scorer(longer(50, 0.1f), 1).score(SPACE.parse("333133"), 0);
    RmiStep first = score.trace().get(0);
    RmiStep last = score.trace().get(score.trace().size() - 1);
    assertThat(last.iteration()).isEqualTo(50);
    assertThat(last.loss()).isLessThan(first.loss() / 3);
    assertThat(last.rmi()).isGreaterThan(first.rmi());
    assertThat(last.crossEntropy()).isLessThan(first.crossEntropy());
  }

  @Test
  void scoresAreTheSameFromOneThreadAndFromTwo() throws Exception {
    RmiScorer<Nb201Cell> scorer = scorer(MICRO, 3);
    List<Nb201Cell> cells =
        List.of("333133", "421211", "444444", "111020", "202124", "341230", "123412", "300000")
            .stream()
            .map(SPACE::parse)
            .toList();
    List<RmiScore> alone = new ArrayList<>();
    for (Nb201Cell cell : cells) {
      alone.add(scorer.score(cell, 0));
    }
    ExecutorService workers = Executors.newFixedThreadPool(2);
    try {
      List<Future<RmiScore>> together =
          cells.stream().map(cell -> workers.submit(() -> scorer.score(cell, 0))).toList();
      for (int i = 0; i < cells.size(); i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i));
      }
    } finally {
      workers.shutdown();
    }
  }

  // Numbers that DJL puts into the platform's memory were freed between forward and backward.
  @Test
  void garbageCollectionsDoNotDisturbGradients() throws Exception {
    RmiScorer<Nb201Cell> scorer = scorer(MICRO, 3);
    Nb201Cell cell = SPACE.parse("421211");
    RmiScore undisturbed = scorer.score(cell, 0);
    ExecutorService collector = Executors.newSingleThreadExecutor();
    try {
      Future<?> collecting =
          collector.submit(
              () -> {
                while (!Thread.currentThread().isInterrupted()) {
                  System.gc();
                }
              });
      for (int i = 0; i < 10; i++) {
        assertThat(scorer.score(cell, 0)).isEqualTo(undisturbed);
      }
      collecting.cancel(true);
    } finally {
      collector.shutdownNow();
    }
  }

  @Test
  void seedInitialisationAndBatchDecideTheScore() {
    Nb201Cell cell = SPACE.parse("312420");
    double loss = scorer(MICRO, 1).score(cell, 0).loss();
    assertThat(scorer(MICRO, 1).score(cell, 0).loss()).isEqualTo(loss);
    assertThat(scorer(MICRO, 2).score(cell, 0).loss()).isNotEqualTo(loss);
    assertThat(scorer(MICRO, 1).score(cell, 1).loss()).isNotEqualTo(loss);
    RmiScorer<Nb201Cell> other = RmiScorer.nb201(session, MICRO, batch(IMAGES, 8), 1, () -> 0);
    assertThat(other.score(cell, 0).loss()).isNotEqualTo(loss);
  }

  @Test
  void modulesOfNasBench101AreScoredAlike() {
    RmiSettings settings = new RmiSettings(8, 1, 8, 50, 0.1f, 0.9f, 5e-4f, 0.8f);
    RmiBatch batch = batch(IMAGES, 7);
    RmiScorer<Nb101Module> scorer =
        new RmiScorer<>(
            session, CandidateNetworks.nb101(settings, batch), settings, batch, 1, () -> 0);
    Nb101Module module =
        Nb101Module.parse("0111000100010000:input,conv3x3-bn-relu,conv1x1-bn-relu,output");
    RmiScore score = scorer.score(module, 0);

    assertThat(score.outcome()).isEqualTo(Outcome.SCORED);
    assertThat(score.trace()).extracting(RmiStep::iteration).containsExactly(1, 5, 10, 25, 50);
    assertThat(score.loss()).isLessThan(score.trace().get(0).loss() / 2);
    assertThat(scorer.score(module, 0)).isEqualTo(score);
    assertThat(scorer.score(module, 1)).isNotEqualTo(score);
  }

  @ParameterizedTest
  @ValueSource(strings = {"000000", "330000", "033000"})
  void aCellWithoutAPathIsDeadAtOnce(String digits) {
    RmiScore score = scorer(MICRO, 1).score(SPACE.parse(digits), 0);
    assertThat(score.outcome()).isEqualTo(Outcome.DEAD);
    assertThat(score.loss()).isInfinite().isPositive();
    assertThat(score.nanIteration()).isEqualTo(1);
    assertThat(score.trace()).isEmpty();
  }

  @Test
  void aTrainingThatDivergesTwiceHasTheWorstScore() {
    RmiScore score = scorer(longer(40, 1e30f), 1).score(SPACE.parse("333133"), 0);
    assertThat(score.outcome()).isEqualTo(Outcome.DIVERGED);
    assertThat(score.loss()).isInfinite().isPositive();
    assertThat(score.nanIteration()).isBetween(2, 40);
    assertThat(score.trace()).isNotEmpty();
  }

  @Test
  void secondsAreMeasuredWithTheClockThatIsHandedIn() {
    long[] time = {0};
    RmiScorer<Nb201Cell> scorer =
        RmiScorer.nb201(session, MICRO, batch(IMAGES, 7), 1, () -> time[0] += 1_500_000_000L);
    assertThat(scorer.score(SPACE.parse("421211"), 0).seconds()).isEqualTo(1.5);
  }

  @Test
  void theBatchIsWhatTheTeacherFindsEasiest() {
    RmiBatch batch = batch(IMAGES, 7);
    assertThat(batch.size()).isEqualTo(8);
    assertThat(batch.classes()).isEqualTo(4);
    assertThat(batch.side()).isEqualTo(12);
    assertThat(batch.channels()).isEqualTo(3);
  }

  @Test
  void aBatchOfOneClassIsRefused() {
    ImageSet oneLabel = new OneLabel(IMAGES);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> batch(oneLabel, 7))
        .withMessageContaining("have the label 2");
  }

  @Test
  void aTeacherOfOtherClassesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RmiBatch.choose(session, IMAGES, teacher(10), 8, 7))
        .withMessageContaining("10 classes")
        .withMessageContaining("stripes has 4 and 3");
  }

  @Test
  void aBatchOfAnotherSizeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer(RmiSettings.fast(), 1))
        .withMessageContaining("8 images")
        .withMessageContaining("32");
  }

  @ParameterizedTest
  @CsvSource({"paper,16,5,32,150", "fast,16,5,32,25", "micro,4,1,8,10"})
  void presetsAreThoseOfTheSpecification(
      String preset, int channels, int cells, int batch, int iterations) {
    assertThat(RmiSettings.preset(preset))
        .isEqualTo(new RmiSettings(channels, cells, batch, iterations, 0.1f, 0.9f, 5e-4f, 0.8f));
  }

  @Test
  void anUnknownPresetIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RmiSettings.preset("quick"))
        .withMessageContaining("(quick)")
        .withMessageContaining("paper, fast or micro");
  }

  /** Images that are all said to be of one class. */
  private record OneLabel(ImageSet images) implements ImageSet {
    @Override
    public String name() {
      return images.name();
    }

    @Override
    public int size() {
      return images.size();
    }

    @Override
    public int channels() {
      return images.channels();
    }

    @Override
    public int side() {
      return images.side();
    }

    @Override
    public int classes() {
      return images.classes();
    }

    @Override
    public int label(int image) {
      return 2;
    }

    @Override
    public void pixels(int image, byte[] target, int offset) {
      images.pixels(image, target, offset);
    }
  }
}
