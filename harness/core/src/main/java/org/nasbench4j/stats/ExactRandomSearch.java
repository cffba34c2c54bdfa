package org.nasbench4j.stats;

import java.util.Arrays;

/**
 * What random search is expected to report after k draws from a table, in closed form: no runs, no
 * Monte-Carlo noise.
 *
 * <p>The search draws items uniformly, keeps the one with the highest signal (for example
 * validation accuracy after 12 epochs) as its incumbent, the first drawn among equals, and reports
 * another value of the incumbent (for example test accuracy). With the signals in descending order
 * the incumbent is the c-th item with the probability that no better item was drawn (a
 * hypergeometric or binomial order statistic) times the probability that this one then was. Items
 * that tie in the signal are exchangeable: whichever of them were drawn, the first is each of them
 * with equal probability, so that all of them report the mean of their group.
 *
 * <p>All terms are products of probabilities and no large numbers cancel: the result is exact up to
 * rounding, about {@code 1e-13} of its size. Immutable and thread-safe.
 */
public final class ExactRandomSearch {
  private final double[] reported;

  private ExactRandomSearch(double[] reported) {
    this.reported = reported;
  }

  /**
   * A search that looks at one value and reports another.
   *
   * @param signal what the incumbent is chosen by, higher is better; at least one item, no NaN
   * @param reported what the incumbent is worth, as many as {@code signal}, finite
   * @return the search over all items
   * @throws IllegalArgumentException if the lengths differ, there is no item, a signal is NaN or a
   *     reported value is not finite
   */
  public static ExactRandomSearch of(double[] signal, double[] reported) {
    Samples.requireSameLength("signal", signal, "reported", reported);
    Samples.requireAtLeast(1, "signal", signal);
    Samples.requireNumbers("signal", signal);
    Samples.requireFinite("reported", reported);
    int[] visit = new int[signal.length];
    Arrays.setAll(visit, i -> i);
    return new ExactRandomSearch(bestFirst(new DenseRanks(signal, visit), reported));
  }

  /**
   * A search that reports the signal itself: the expected maximum of k draws.
   *
   * @param signal what the incumbent is chosen by, higher is better; at least one item, finite
   * @return the search over all items
   * @throws IllegalArgumentException if there is no item or a value is not finite
   */
  public static ExactRandomSearch ofSignal(double[] signal) {
    return of(signal, signal);
  }

  /**
   * The number of items.
   *
   * @return at least 1
   */
  public int size() {
    return reported.length;
  }

  /**
   * The expected reported value of the incumbent. O(n) time for n items.
   *
   * @param draws how many items are drawn, at least 1; without replacement at most {@link #size()}
   * @param drawing with or without replacement
   * @return a weighted mean of the reported values
   * @throws IllegalArgumentException if {@code draws} is out of range
   */
  public double expected(int draws, Drawing drawing) {
    drawing.check(draws, reported.length);
    double noBetterDrawn = 1;
    double expected = 0;
    for (int better = 0; better < reported.length && noBetterDrawn > 0; better++) {
      double drawn = drawing.probabilityOfOne(reported.length - better, draws);
      expected += noBetterDrawn * drawn * reported[better];
      noBetterDrawn *= 1 - drawn;
    }
    return expected;
  }

  /**
   * The expected reported value of the incumbent for several numbers of draws.
   *
   * @param draws as for the single number, in any order
   * @param drawing with or without replacement
   * @return one value for each number of draws
   * @throws IllegalArgumentException if a number of draws is out of range
   */
  public double[] expected(int[] draws, Drawing drawing) {
    return Arrays.stream(draws).mapToDouble(k -> expected(k, drawing)).toArray();
  }

  /** How the items are drawn. */
  public enum Drawing {
    /** No item twice: a search that remembers what it has seen. */
    WITHOUT_REPLACEMENT {
      @Override
      double probabilityOfOne(int remaining, int draws) {
        return draws >= remaining ? 1 : (double) draws / remaining;
      }

      @Override
      void check(int draws, int size) {
        if (draws < 1 || draws > size) {
          throw new IllegalArgumentException(
              "The number of draws (%d) without replacement must lie in [1, %d]."
                  .formatted(draws, size));
        }
      }
    },
    /** Each draw from all items: a search that may pay for the same item again. */
    WITH_REPLACEMENT {
      @Override
      double probabilityOfOne(int remaining, int draws) {
        return -Math.expm1(draws * Math.log1p(-1.0 / remaining));
      }

      @Override
      void check(int draws, int size) {
        if (draws < 1) {
          throw new IllegalArgumentException(
              "The number of draws (%d) must be at least 1.".formatted(draws));
        }
      }
    };

    // That one item of the remaining ones is drawn if all draws fall on the remaining ones.
    abstract double probabilityOfOne(int remaining, int draws);

    abstract void check(int draws, int size);
  }

  // The reported values by descending signal, each replaced by the mean over its ties.
  private static double[] bestFirst(DenseRanks signal, double[] reported) {
    int n = reported.length;
    int[] order = signal.order();
    int[] ranks = signal.sorted();
    double[] means = new double[n];
    for (int start = 0, end = 0; start < n; start = end) {
      double sum = 0;
      while (end < n && ranks[end] == ranks[start]) {
        sum += reported[order[end++]];
      }
      Arrays.fill(means, n - end, n - start, sum / (end - start));
    }
    return means;
  }
}
