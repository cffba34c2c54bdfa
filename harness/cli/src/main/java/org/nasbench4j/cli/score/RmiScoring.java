package org.nasbench4j.cli.score;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.cli.image.ImageDataset;
import org.nasbench4j.cli.teacher.ChosenTeacher;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.rmi.RmiBatch;
import org.nasbench4j.neural.rmi.RmiScore;
import org.nasbench4j.neural.rmi.RmiScorer;
import org.nasbench4j.neural.rmi.RmiSettings;
import org.nasbench4j.neural.rmi.RmiStep;
import org.nasbench4j.score.ArchitectureScorer;
import org.nasbench4j.score.ScoreHeader;
import org.nasbench4j.score.ScoreRecord;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Space;

/** RMI scores of NAS-Bench-201 cells. */
final class RmiScoring {
  // Raised whenever the scorer's numbers change.
  private static final int VERSION = 1;

  private RmiScoring() {}

  static Scoring of(ScoringRequest request) throws IOException {
    String preset = request.presetOr("fast");
    RmiSettings settings = settings(preset, request.batch());
    ImageDataset dataset = request.images().dataset();
    EngineSession session = EngineSession.open(request.device());
    ImageSet images = request.images().trainingImages();
    ChosenTeacher teacher = request.teacher().choose(dataset.id(), images);
    RmiBatch batch = teacher.network().batch(session, images, settings.batch(), request.seed());
    SortedMap<String, String> common = new TreeMap<>();
    common.put("proxy", "rmi");
    common.put("settings", settings.toString());
    common.put("images", images.name());
    common.put("teacher", teacher.sha256());
    common.put("seed", Long.toString(request.seed()));
    common.put("inits", Integer.toString(request.inits()));
    common.put("engine", session.description());
    return new Scoring(
        new ScoreHeader("nb201", dataset.column("rmi-" + preset), VERSION, common),
        Scoring.Sharing.FUNCTION,
        scorer(
            RmiScorer.nb201(session, settings, batch, request.seed(), session.workClock()),
            request.inits()));
  }

  private static RmiSettings settings(String preset, @Nullable Integer batch) {
    RmiSettings settings = RmiSettings.preset(preset);
    if (batch == null) {
      return settings;
    }
    return new RmiSettings(
        settings.channels(),
        settings.cellsPerStage(),
        batch,
        settings.iterations(),
        settings.learningRate(),
        settings.momentum(),
        settings.weightDecay(),
        settings.mixture());
  }

  private static ArchitectureScorer scorer(RmiScorer<Nb201Cell> scorer, int inits) {
    Nb201Space space = new Nb201Space();
    return index -> {
      List<RmiScore> scores = new ArrayList<>();
      for (int init = 0; init < inits; init++) {
        scores.add(scorer.score(space.architecture(index), init));
      }
      return record(index, scores);
    };
  }

  /** The mean over the initialisations; one that failed makes the whole score a failure. */
  private static ScoreRecord record(int index, List<RmiScore> scores) {
    double loss = mean(scores.stream().map(RmiScore::loss).toList());
    double seconds = scores.stream().mapToDouble(RmiScore::seconds).sum();
    return new ScoreRecord(index, -loss, seconds, details(scores));
  }

  private static SortedMap<String, Double> details(List<RmiScore> scores) {
    SortedMap<String, List<Double>> values = new TreeMap<>();
    for (RmiScore score : scores) {
      for (RmiStep step : score.trace()) {
        String at = "-it" + step.iteration();
        add(values, "loss" + at, step.loss());
        add(values, "ce" + at, step.crossEntropy());
        for (int tap = 0; tap < step.alignments().size(); tap++) {
          add(values, "tap" + (tap + 1) + at, step.alignments().get(tap));
        }
      }
      add(values, "nan-iteration", score.nanIteration());
    }
    SortedMap<String, Double> means = new TreeMap<>();
    values.forEach((name, all) -> means.put(name, mean(all)));
    return means;
  }

  private static void add(SortedMap<String, List<Double>> values, String name, double value) {
    values.computeIfAbsent(name, missing -> new ArrayList<>()).add(value);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
