package org.nasbench4j.cli.score;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongBiFunction;
import org.nasbench4j.cli.image.ImageDataset;
import org.nasbench4j.cli.image.StemSurplus;
import org.nasbench4j.neural.batch.ImageKind;
import org.nasbench4j.score.ScoreHeader;
import org.nasbench4j.score.ScoreRecord;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Counts;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.nb201.NetworkShape;

/** Counts of the benchmark's own networks, which need neither an engine nor images. */
final class CountScoring {
  // Raised whenever a count changes.
  private static final int VERSION = 1;

  private CountScoring() {}

  static Scoring of(
      String name, ToLongBiFunction<Nb201Counts, Nb201Cell> count, ScoringRequest request) {
    if (request.preset() != null || request.batch() != null) {
      throw new IllegalArgumentException(
          "The proxy (%s) has neither presets nor a batch. Leave --preset and --batch out."
              .formatted(name));
    }
    ImageDataset dataset = request.images().dataset();
    ImageKind kind = dataset.kind();
    NetworkShape shape = NetworkShape.published(kind.classes(), kind.side());
    Nb201Counts counts = new Nb201Counts(shape);
    long surplus = StemSurplus.of(name, shape, kind);
    SortedMap<String, String> common = new TreeMap<>();
    common.put("proxy", name);
    common.put("settings", shape.toString());
    common.put("images", kind.toString());
    Nb201Space space = new Nb201Space();
    return new Scoring(
        new ScoreHeader(space.id(), dataset.column(name), VERSION, common),
        Scoring.Sharing.NONE,
        index ->
            new ScoreRecord(
                index,
                count.applyAsLong(counts, space.architecture(index)) - surplus,
                0,
                Collections.emptySortedMap()));
  }
}
