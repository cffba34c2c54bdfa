package org.nasbench4j.cli.score;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.cli.image.ImageDataset;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.batch.ImageBatch;
import org.nasbench4j.neural.batch.ImageKind;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.zerocost.ZeroCostProxy;
import org.nasbench4j.neural.zerocost.ZeroCostScorer;
import org.nasbench4j.neural.zerocost.ZeroCostSettings;
import org.nasbench4j.proxy.ProxyScore;
import org.nasbench4j.score.ScoreHeader;
import org.nasbench4j.score.ScoreRecord;
import org.nasbench4j.space.nb201.Nb201Space;

/** Scores of NAS-Bench-201 cells from networks that are never trained. */
final class ZeroCostScoring {
  private static final String USUAL = "benchmark";

  private ZeroCostScoring() {}

  static Scoring of(ZeroCostProxy proxy, ScoringRequest request) throws IOException {
    String preset = request.presetOr(USUAL);
    ZeroCostSettings settings = settings(proxy, preset, request.batch());
    ImageDataset dataset = request.images().dataset();
    EngineSession session = EngineSession.open(request.device());
    Shown shown = shown(proxy, settings, request);
    SortedMap<String, String> common = new TreeMap<>();
    common.put("proxy", proxy.id());
    common.put("settings", settings.toString());
    common.put("images", shown.name);
    common.put("seed", Long.toString(request.seed()));
    common.put("inits", Integer.toString(request.inits()));
    common.put("engine", session.description());
    String name = preset.equals(USUAL) ? proxy.id() : proxy.id() + "-" + preset;
    ZeroCostScorer scorer =
        new ZeroCostScorer(
            session, proxy, settings, shown.batch, request.seed(), session.workClock());
    Nb201Space space = new Nb201Space();
    return new Scoring(
        new ScoreHeader(space.id(), dataset.column(name), proxy.version(), common),
        Scoring.Sharing.FUNCTION,
        index ->
            record(
                index,
                IntStream.range(0, request.inits())
                    .mapToObj(init -> scorer.score(space.architecture(index), init))
                    .toList()));
  }

  private static ZeroCostSettings settings(
      ZeroCostProxy proxy, String preset, @Nullable Integer batch) {
    ZeroCostSettings settings = ZeroCostSettings.preset(proxy, preset);
    return batch == null ? settings : settings.withBatch(proxy, batch);
  }

  private static Shown shown(ZeroCostProxy proxy, ZeroCostSettings settings, ScoringRequest request)
      throws IOException {
    if (!proxy.seesImages()) {
      ImageKind kind = request.images().dataset().kind();
      return new Shown("ones for " + kind, ImageBatch.ones(kind));
    }
    ImageSet images = request.images().trainingImages();
    return new Shown(images.name(), ZeroCostScorer.batch(images, settings, request.seed()));
  }

  /** What networks look at, and its name. */
  private record Shown(String name, ImageBatch batch) {}

  /** The mean over the initialisations; one that failed makes the whole score a failure. */
  private static ScoreRecord record(int index, List<ProxyScore> scores) {
    return new ScoreRecord(
        index,
        scores.stream().mapToDouble(ProxyScore::value).average().orElseThrow(),
        scores.stream().mapToDouble(ProxyScore::seconds).sum(),
        Collections.emptySortedMap());
  }
}
