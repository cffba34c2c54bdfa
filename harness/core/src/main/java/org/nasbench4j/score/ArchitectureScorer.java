package org.nasbench4j.score;

/** Computes the score of one architecture; thread-safe. */
@FunctionalInterface
public interface ArchitectureScorer {

  /**
   * Scores one architecture.
   *
   * @param index its official index
   * @return the score
   */
  ScoreRecord score(int index);
}
