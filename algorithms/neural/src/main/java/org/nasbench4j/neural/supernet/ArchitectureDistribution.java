package org.nasbench4j.neural.supernet;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.supernet.movement.SavedArrays;
import org.nasbench4j.neural.supernet.space.DecisionMap;
import org.nasbench4j.neural.supernet.space.SupernetSpace;
import org.nasbench4j.space.Architecture;

/**
 * What a search has learned of a space: logits of independent normal distributions, given by their
 * means, whose deviation is that of the noise they were learned with. A sample is the architecture
 * of drawn logits; the derived architecture is that of the means. Of what was learned without noise
 * nothing can be drawn.
 *
 * <p>Equal means of a row are told apart by what the network gave before its last ReLU, the larger
 * first, and if that is equal, too, as the space documents. Immutable and thread-safe.
 */
public final class ArchitectureDistribution {
  private final SupernetSpace space;
  private final float noise;
  private final List<Row> rows;

  /** The used columns of a row: means, and what tells equal ones apart. */
  @SuppressWarnings("ArrayRecordComponent") // numbers that are worked on; never compared
  private record Row(int map, double[] means, double[] unclipped) {}

  // Arrays are row-major, one for each map.
  ArchitectureDistribution(
      SupernetSpace space, float noise, List<float[]> means, List<float[]> unclipped) {
    this.space = space;
    this.noise = noise;
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

  /**
   * What a training has learned. Neither images nor network are needed.
   *
   * @param session computes the logits
   * @param space what is learned
   * @param settings those of the training
   * @param state between two of its steps; null for what it begins with
   * @return derives architectures, and draws them
   * @throws IllegalArgumentException if the state is of another training
   */
  public static ArchitectureDistribution of(
      EngineSession session,
      SupernetSpace space,
      SupernetSettings settings,
      @Nullable SupernetState state) {
    try (NDManager manager = session.newManager()) {
      LogitModels models = new LogitModels(manager, space, settings);
      if (state != null) {
        SavedArrays.restore(models.parameters(), state.tensors());
      }
      return session.withoutGradients(() -> models.distribution(manager));
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
   * Draws architectures: noise is added to the means, as while they were learned.
   *
   * @param count how many, not negative
   * @param random draws the noise, row by row
   * @return the architectures in the order of the draws; repeats are possible
   * @throws IllegalStateException if the logits were learned without noise
   */
  public List<Architecture> sample(int count, RandomGenerator random) {
    if (noise == 0) {
      throw new IllegalStateException(
          "The logits were learned without noise: there is no distribution to draw from.");
    }
    return Stream.generate(() -> architecture(row -> noisy(row, random))).limit(count).toList();
  }

  private double[] noisy(Row row, RandomGenerator random) {
    double[] drawn = row.means.clone();
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] += noise * random.nextGaussian();
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
