package org.nasbench4j.cli.score;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.nasbench4j.cli.image.ImageDataset;
import org.nasbench4j.cli.image.TableImages;
import org.nasbench4j.neural.benchmark.BenchmarkImages;
import org.nasbench4j.neural.benchmark.BenchmarkRecipe;
import org.nasbench4j.neural.benchmark.LaneTrainer;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.score.ScoreHeader;
import org.nasbench4j.score.ScoreRecord;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.training.EpochChoice;
import org.nasbench4j.training.SeedResults;
import org.nasbench4j.training.TrainedEpoch;
import org.nasbench4j.training.TrainedSchedule;

/**
 * Scores of NAS-Bench-201 cells from short trainings, as a table of one's own has them: the mean
 * validation accuracy of the initialisations, which are trained side by side. The test images are
 * not looked at.
 */
final class MicroTrainScoring {
  private static final String NAME = "micro-train";
  private static final double PERCENT = 100;

  private MicroTrainScoring() {}

  static Scoring of(ScoringRequest request) throws IOException {
    if (request.batch() != null) {
      throw new IllegalArgumentException(
          "The proxy (%s) has the batch of its preset. Leave --batch out.".formatted(NAME));
    }
    List<Integer> seeds = seeds(request);
    BenchmarkRecipe recipe = recipe(request.presetOr("micro"));
    ImageDataset dataset = request.images().datasetOr(ImageDataset.FASHION_MNIST_14);
    if (dataset == ImageDataset.CIFAR10) {
      throw new IllegalArgumentException(
          "The proxy (%s) does not train on (%s). Use --dataset fashion-mnist-14 or leave it out."
              .formatted(NAME, dataset.id()));
    }
    BenchmarkImages images =
        TableImages.read(dataset, request.images().folder(), recipe.images())
            .chosen(recipe.images());
    EngineSession session = EngineSession.open(request.device());
    LaneTrainer trainer = new LaneTrainer(session, images, recipe, seeds, session.workClock());
    SortedMap<String, String> common = new TreeMap<>();
    common.put("proxy", NAME);
    common.put("settings", "%s, %s epochs".formatted(recipe, recipe.schedules().get(0)));
    common.put("images", images.toString());
    common.put("seeds", seeds.toString());
    common.put("engine", session.description());
    return new Scoring(
        new ScoreHeader(new Nb201Space().id(), NAME, LaneTrainer.VERSION, common),
        Scoring.Sharing.FUNCTION,
        index ->
            record(
                index,
                trainer.train(index).schedules().get(0),
                recipe.images().training(),
                recipe.images().evaluation()));
  }

  private static List<Integer> seeds(ScoringRequest request) {
    long first = request.seed();
    long last = first + request.inits() - 1;
    if (first < 0 || last > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "The seeds (%d to %d) must be 0 to %d.".formatted(first, last, Integer.MAX_VALUE));
    }
    return LongStream.rangeClosed(first, last).mapToObj(Math::toIntExact).toList();
  }

  // The longest schedule alone, without tests.
  private static BenchmarkRecipe recipe(String preset) {
    BenchmarkRecipe recipe = BenchmarkRecipe.preset(preset);
    int longest = recipe.schedules().get(recipe.schedules().size() - 1);
    return new BenchmarkRecipe(
        recipe.channels(),
        recipe.cellsPerStage(),
        recipe.images(),
        recipe.descent(),
        List.of(longest),
        EpochChoice.NEVER);
  }

  private static ScoreRecord record(
      int index, TrainedSchedule trained, int trainingImages, int validationImages) {
    SortedMap<String, Double> details = new TreeMap<>();
    int epochs = trained.epochs().size();
    for (int epoch = 0; epoch < epochs; epoch++) {
      TrainedEpoch results = trained.epochs().get(epoch);
      String at = "-epoch" + (epoch + 1);
      details.put("train" + at, accuracy(results.train(), trainingImages));
      details.put("valid" + at, accuracy(results.valid(), validationImages));
      double loss = mean(results.valid().loss());
      if (Double.isFinite(loss)) {
        details.put("valid-loss" + at, loss);
      }
    }
    return new ScoreRecord(
        index,
        accuracy(trained.epochs().get(epochs - 1).valid(), validationImages),
        trained.trainingSeconds() + trained.validSeconds(),
        details);
  }

  private static double accuracy(SeedResults results, int images) {
    return PERCENT * mean(results.correct()) / images;
  }

  private static double mean(List<? extends Number> values) {
    return values.stream().mapToDouble(Number::doubleValue).average().orElseThrow();
  }
}
