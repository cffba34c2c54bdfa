package org.nasbench4j.cli.score;

import org.nasbench4j.score.ArchitectureScorer;
import org.nasbench4j.score.ScoreHeader;
import org.nasbench4j.score.ScoreRecord;

/**
 * Scores of one proxy, ready to be computed.
 *
 * @param header what they have in common
 * @param sharing which cells have one score
 * @param scorer computes one
 */
record Scoring(ScoreHeader header, Sharing sharing, ArchitectureScorer scorer) {

  /** Which cells have one score. */
  enum Sharing {
    /** Those that compute the same function with equally many weights. */
    FUNCTION,
    /** None: dead edges count. */
    NONE
  }

  /** A record as it is shown: with what follows from its details. */
  static ScoreRecord shown(ScoreRecord record) {
    return RmiDetails.withSums(record);
  }
}
