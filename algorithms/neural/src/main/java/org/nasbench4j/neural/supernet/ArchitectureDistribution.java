package org.nasbench4j.neural.supernet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nasbench4j.neural.supernet.space.DecisionMap;
import org.nasbench4j.neural.supernet.space.SupernetSpace;
import org.nasbench4j.space.Architecture;

/**
 * What a search has learned of a space: logits of independent normal distributions of variance 1,
 * given by their means. A sample is the architecture of drawn logits; the derived architecture is
 * that of the means.
 *
 * <p>Equal means of a row are told apart by what the network gave before its last ReLU, the larger
 * first, and if that is equal, too, as the space documents. Immutable and thread-safe.
 */
public final class ArchitectureDistribution {
  private final SupernetSpace space;
  private final List<Row> rows;

  /** The used columns of a row: means, and what tells equal ones apart. */
  @SuppressWarnings("ArrayRecordComponent") // numbers that are worked on; never compared
  private record Row(int map, double[] means, double[] unclipped) {}

  // Arrays are row-major, one for each map.
  ArchitectureDistribution(SupernetSpace space, List<float[]> means, List<float[]> unclipped) {
    this.space = space;
    rows = new ArrayList<>();
    for (int map = 0; map < space.maps().size(); map++) {
      DecisionMap decisions = space.maps().get(map);
      for (int row = 0; row < decisions.rows(); row++) {
        int from = row * decisions.columns();
        int used = decisions.used().get(row);
        rows.add(
            new Row(map, part(means.get(map), from, used), part(unclipped.get(map), from, used)));
      }
    }
  }

  private static double[] part(float[] values, int from, int length) {
    return IntStream.range(from, from + length).mapToDouble(i -> values[i]).toArray();
  }

  /**
   * The architecture of the means.
   *
   * @return an architecture of the space
   */
  public Architecture derived() {
    return architecture(ArchitectureDistribution::ranked);
  }

  // The smallest steps there are lead from a mean to its twin: no other mean lies between.
  private static double[] ranked(Row row) {
    double[] ranked = row.means.clone();
    for (int i = 0; i < ranked.length; i++) {
      for (int j = 0; j < ranked.length; j++) {
        if (row.means[j] == row.means[i] && row.unclipped[j] < row.unclipped[i]) {
          ranked[i] = Math.nextUp(ranked[i]);
        }
      }
    }
    return ranked;
  }

  /**
   * Draws architectures: noise of variance 1 is added to the means.
   *
   * @param count how many, not negative
   * @param random draws the noise, row by row
   * @return the architectures in the order of the draws; repeats are possible
   */
  public List<Architecture> sample(int count, RandomGenerator random) {
    return Stream.generate(() -> architecture(row -> noisy(row, random))).limit(count).toList();
  }

  private static double[] noisy(Row row, RandomGenerator random) {
    double[] drawn = row.means.clone();
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] += random.nextGaussian();
    }
    return drawn;
  }

  private Architecture architecture(Function<Row, double[]> logits) {
    List<List<double[]>> maps =
        space.maps().stream().map(map -> (List<double[]>) new ArrayList<double[]>()).toList();
    rows.forEach(row -> maps.get(row.map).add(logits.apply(row)));
    return space.derive(maps.stream().map(map -> map.toArray(double[][]::new)).toList());
  }

  /**
   * How undecided the rows are: the mean of their entropies after a softmax of the means.
   *
   * @return nats, {@code [0, log of the columns]}
   */
  public double entropy() {
    return rows.stream().mapToDouble(row -> entropy(weights(row.means))).average().orElseThrow();
  }

  /**
   * How undecided the rows of each map are.
   *
   * @return as {@link #entropy}, one for each map of the space
   */
  public List<Double> entropies() {
    return IntStream.range(0, space.maps().size()).mapToObj(this::entropy).toList();
  }

  private double entropy(int map) {
    return rows.stream()
        .filter(row -> row.map == map)
        .mapToDouble(row -> entropy(weights(row.means)))
        .average()
        .orElseThrow();
  }

  private static double entropy(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum -= weight > 0 ? weight * Math.log(weight) : 0;
    }
    return sum;
  }

  /**
   * How decided the rows are: the mean of their highest weights after a softmax of the means.
   *
   * @return {@code (0, 1]}
   */
  public double confidence() {
    return rows.stream()
        .mapToDouble(row -> Arrays.stream(weights(row.means)).max().orElseThrow())
        .average()
        .orElseThrow();
  }

  private static double[] weights(double[] logits) {
    double highest = Arrays.stream(logits).max().orElseThrow();
    double[] powers = Arrays.stream(logits).map(x -> Math.exp(x - highest)).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }

  /**
   * How many rows have their highest mean more than once, as the last ReLU of an architectural
   * network makes them.
   *
   * @return {@code [0, number of rows]}
   */
  public int ties() {
    return (int) rows.stream().filter(row -> tied(row.means)).count();
  }

  private static boolean tied(double[] means) {
    double highest = Arrays.stream(means).max().orElseThrow();
    return Arrays.stream(means).filter(mean -> mean == highest).count() > 1;
  }
}
