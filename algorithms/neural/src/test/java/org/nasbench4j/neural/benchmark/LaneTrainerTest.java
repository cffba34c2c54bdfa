package org.nasbench4j.neural.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.SyntheticImages;
import org.nasbench4j.neural.TestEngine;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.training.EpochChoice;
import org.nasbench4j.training.SeedResults;
import org.nasbench4j.training.TrainedArchitecture;
import org.nasbench4j.training.TrainedEpoch;

class LaneTrainerTest {
  private static final BenchmarkRecipe RECIPE = recipe(0.1f, Mirroring.HALF, 1, 6);
  private static final int CELL = index("421211");

  private final EngineSession session = TestEngine.session();
  private final ImageSet train = new SyntheticImages(200, 1, 14, 4);
  private final ImageSet test = new SyntheticImages(80, 1, 14, 4);

  private static BenchmarkRecipe recipe(float rate, Mirroring mirroring, Integer... schedules) {
    return new BenchmarkRecipe(
        2,
        1,
        new ImageSelection(14, 100, 60, mirroring),
        new Descent(16, rate, 5e-4f),
        List.of(schedules),
        EpochChoice.LAST);
  }

  private static int index(String cell) {
    Nb201Space space = new Nb201Space();
    return space.index(space.parse(cell));
  }

  private LaneTrainer trainer(BenchmarkRecipe recipe, Integer... seeds) {
    return new LaneTrainer(
        session, BenchmarkImages.of(train, test, recipe.images()), recipe, List.of(seeds), () -> 0);
  }

  private static TrainedEpoch last(TrainedArchitecture trained) {
    List<TrainedEpoch> epochs = trained.schedules().get(1).epochs();
    return epochs.get(epochs.size() - 1);
  }

  @Test
  void everySeedLearnsAndHasACurveForEachSchedule() {
    TrainedArchitecture trained = trainer(RECIPE, 0, 1, 2).train(CELL);
    assertThat(trained.schedules()).extracting(s -> s.epochs().size()).containsExactly(1, 6);
    // Of 60, a quarter is chance.
    assertThat(last(trained).valid().correct()).hasSize(3).allMatch(correct -> correct > 20);
    // The loss of a guess is log 4.
    assertThat(last(trained).train().loss()).allMatch(loss -> loss < 1);
    assertThat(last(trained).train().correct()).doesNotContain(0);
    assertThat(new ArrayList<>(last(trained).valid().loss())).doesNotHaveDuplicates();
  }

  @Test
  void trainingIsAFunctionOfCellAndSeeds() throws InterruptedException, ExecutionException {
    TrainedArchitecture first = trainer(RECIPE, 0, 1).train(CELL);
    ExecutorService other = Executors.newSingleThreadExecutor();
    Future<TrainedArchitecture> second = other.submit(() -> trainer(RECIPE, 0, 1).train(CELL));
    other.shutdown();
    assertThat(second.get()).isEqualTo(first);
    assertThat(trainer(RECIPE, 0, 2).train(CELL)).isNotEqualTo(first);
  }

  @Test
  void aSeedStartsAsItDoesAlone() {
    BenchmarkRecipe slow = recipe(1e-3f, Mirroring.HALF, 1, 2);
    SeedResults together = last(trainer(slow, 3, 5, 9).train(CELL)).valid();
    SeedResults alone = last(trainer(slow, 9).train(CELL)).valid();
    assertThat(together.loss().get(2)).isCloseTo(alone.loss().get(0), within(1e-3f));
  }

  @Test
  void aCellWithoutPathLearnsNothingAndIsTrainedAllTheSame() {
    TrainedArchitecture trained = trainer(RECIPE, 0).train(index("000000"));
    assertThat(last(trained).valid().loss().get(0)).isFinite().isGreaterThan(1);
  }

  @Test
  void testImagesAreLookedAtWhenTheRecipeSaysSo() {
    TrainedArchitecture trained = trainer(RECIPE, 0).train(CELL);
    assertThat(trained.schedules().get(1).epochs())
        .extracting(epoch -> epoch.test() == null)
        .containsExactly(true, true, true, true, true, false);
  }

  @Test
  void aTrainingThatDivergesKeepsItsCountsAndHasNoLoss() {
    BenchmarkRecipe wild = recipe(1e30f, Mirroring.NONE, 1, 2);
    SeedResults diverged = last(trainer(wild, 0, 1).train(CELL)).valid();
    assertThat(diverged.loss()).containsOnly(Float.NaN);
    assertThat(diverged.correct()).allMatch(correct -> correct >= 0 && correct <= 60);
  }

  @Test
  void trainingAndValidationImagesAreDifferentOnes() {
    ImageSet numbered = new Numbered(60_000);
    ImageSelection selection = BenchmarkRecipe.preset("micro").images();
    BenchmarkImages images =
        BenchmarkImages.of(
            TableOrder.train(numbered), TableOrder.test(new Numbered(10_000)), selection);
    assertThat(images.train().labels()).hasSize(4_000).doesNotHaveDuplicates();
    assertThat(images.train().labels()[0]).isNotZero();
    assertThat(images.valid().labels())
        .hasSize(5_000)
        .doesNotHaveDuplicates()
        .doesNotContain(images.train().labels());
    assertThat(images.test().labels()).hasSize(5_000).doesNotHaveDuplicates();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BenchmarkImages.of(new Numbered(8_000), numbered, selection))
        .withMessageContaining("needs 9000 images of numbers, of which 8000 are here");
  }

  /** Images whose label is their number. */
  private record Numbered(int size) implements ImageSet {
    @Override
    public String name() {
      return "numbers";
    }

    @Override
    public int channels() {
      return 1;
    }

    @Override
    public int side() {
      return 14;
    }

    @Override
    public int classes() {
      return size;
    }

    @Override
    public int label(int image) {
      return image;
    }

    @Override
    public void pixels(int image, byte[] target, int offset) {
      target[offset] = (byte) image;
    }
  }

  @Test
  void recipesThatCannotBeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BenchmarkRecipe.preset("macro"))
        .withMessageContaining("(macro)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> recipe(0.1f, Mirroring.NONE, 0))
        .withMessageContaining("epochs of a schedule (0)");
    assertThatIllegalArgumentException().isThrownBy(() -> recipe(0.1f, Mirroring.NONE));
    assertThatIllegalArgumentException().isThrownBy(() -> new Descent(1, 0.1f, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ImageSelection(14, 0, 60, Mirroring.NONE))
        .withMessageContaining("training images (0)");
  }

  @Test
  void theRateFallsFromItsPeakToNearlyZero() {
    Descent descent = RECIPE.descent();
    assertThat(descent.rate(0, 10)).isEqualTo(0.1f);
    assertThat(descent.rate(9, 10)).isPositive().isLessThan(0.003f);
  }
}
