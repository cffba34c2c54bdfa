package org.nasbench4j.forest;

import java.util.concurrent.ForkJoinPool;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.nasbench4j.search.Surrogate;
import smile.base.cart.SplitRule;
import smile.classification.RandomForest;
import smile.data.DataFrame;
import smile.data.formula.Formula;

/** Fits forests; has no state. */
final class SmileForest implements Surrogate {
  /** The depth and the leaves of a tree are not limited. */
  private static final int UNLIMITED = Integer.MAX_VALUE;

  /** Smile's generators take seeds modulo this prime: smaller seeds that differ stay different. */
  private static final int SEED_MODULUS = 899_999_963;

  private final int trees;
  private final int features;

  SmileForest(int trees, int features) {
    if (trees < 1 || features < 0) {
      throw new IllegalArgumentException(
          "A forest needs at least one tree, but trees is (%d) and features (%d)."
              .formatted(trees, features));
    }
    this.trees = trees;
    this.features = features;
  }

  @Override
  public Model fit(double[][] rows, boolean[] positive, RandomGenerator random) {
    Examples examples = new Examples(rows, positive, features);
    long[] seeds = seeds(random);
    // Smile fits the trees in a parallel stream, which uses the pool of the thread that it is
    // called from. A pool of one thread keeps a study, which runs one search per core, from
    // fighting for cores, and no tree can see another tree's place in a thread's random numbers.
    ForkJoinPool pool = new ForkJoinPool(1);
    try {
      RandomForest forest = pool.submit(() -> grow(examples.table(), seeds)).join();
      return new VotingTrees(forest.trees(), examples.schema());
    } finally {
      pool.shutdown();
    }
  }

  // Smile leaves a tree unseeded if its seed is at most 1.
  private long[] seeds(RandomGenerator random) {
    return random.longs(2, SEED_MODULUS).distinct().limit(trees).toArray();
  }

  private RandomForest grow(DataFrame examples, long[] seeds) {
    int tried = (int) Math.sqrt(features);
    return RandomForest.fit(
        Formula.lhs(Examples.LABEL),
        examples,
        trees,
        tried,
        SplitRule.GINI,
        UNLIMITED,
        UNLIMITED,
        1,
        1.0,
        null,
        LongStream.of(seeds));
  }
}
