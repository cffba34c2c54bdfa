package org.nasbench4j.stats;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Seeded pairs of scorings with every kind of tie. */
final class Scorings {
  private final String name;
  private final double[] x;
  private final double[] y;

  private Scorings(String name, double[] x, double[] y) {
    this.name = name;
    this.x = x;
    this.y = y;
  }

  double[] x() {
    return x;
  }

  double[] y() {
    return y;
  }

  static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  static Stream<Scorings> ofEveryTiePattern() {
    return IntStream.rangeClosed(1, 5)
        .boxed()
        .flatMap(seed -> Stream.of(2, 3, 10, 57, 400).flatMap(n -> patterns(n, random(seed))));
  }

  private static Stream<Scorings> patterns(int n, RandomGenerator random) {
    double[] x = random.doubles(n, -5, 5).toArray();
    double[] y = Arrays.stream(x).map(v -> 0.7 * v + random.nextGaussian()).toArray();
    return Stream.of(
            new Scorings("no ties", x, y),
            new Scorings("ties in x", rounded(x, 1), y),
            new Scorings("ties in y", x, rounded(y, 2)),
            new Scorings("ties in both", rounded(x, 1), rounded(y, 1)),
            new Scorings("few values", rounded(x, 4), rounded(y, 5)),
            new Scorings("same", rounded(x, 1), rounded(x, 1)))
        .filter(pairs -> varies(pairs.x) && varies(pairs.y));
  }

  /** Adds 0.0 because Commons Math tells -0.0 from 0.0. */
  private static double[] rounded(double[] values, double step) {
    return Arrays.stream(values).map(v -> Math.rint(v / step) * step + 0.0).toArray();
  }

  private static boolean varies(double[] values) {
    return Arrays.stream(values).distinct().count() > 1;
  }

  @Override
  public String toString() {
    return name + ", n = " + x.length;
  }
}
