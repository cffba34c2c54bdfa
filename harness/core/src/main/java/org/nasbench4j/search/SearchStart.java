package org.nasbench4j.search;

import java.util.random.RandomGenerator;
import org.nasbench4j.objective.ValueScale;
import org.nasbench4j.space.SearchSpace;

/**
 * What a search is given when it starts.
 *
 * @param space the space to search
 * @param scale what is known of the values that the search will be told
 * @param signal what these values are
 * @param run the run's index, from 0; the same on every task
 * @param seed the study's seed. Seed and index name what runs on several tasks may share, such as a
 *     training that depends on nothing else
 * @param random the run's own source of randomness, which no other run shares
 */
public record SearchStart(
    SearchSpace space,
    ValueScale scale,
    SignalKind signal,
    int run,
    long seed,
    RandomGenerator random) {

  /** Checks the index. */
  public SearchStart {
    if (run < 0) {
      throw new IllegalArgumentException("The run (%d) must be 0 or more.".formatted(run));
    }
  }

  /**
   * The first run of a search on accuracies in percent that is part of no study.
   *
   * @param space the space to search
   * @param random the run's own source of randomness
   * @return run 0 of seed 0
   */
  public static SearchStart ofAccuracies(SearchSpace space, RandomGenerator random) {
    return new SearchStart(space, ValueScale.PERCENT, SignalKind.ACCURACY, 0, 0, random);
  }
}
