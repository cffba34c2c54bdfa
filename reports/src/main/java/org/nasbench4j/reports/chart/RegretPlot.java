package org.nasbench4j.reports.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.nasbench4j.reports.model.Anytime;
import org.nasbench4j.reports.model.Axis;
import org.nasbench4j.reports.model.MethodResult;
import org.nasbench4j.reports.model.TargetReport;
import org.nasbench4j.reports.model.TargetReport.Expectation;

/**
 * The numbers of one plot: regret of one kind on one target along one axis.
 *
 * @param axis what the positions are measured in
 * @param lines mean regret of each method, then the yardsticks
 * @param bands quantiles around the methods' lines
 */
record RegretPlot(Axis axis, List<Line> lines, List<Band> bands) {

  /** Below this many percentage points nothing is told apart: one image in 100,000. */
  private static final double LOWEST = 1e-3;

  /** How far below the lowest mean the plot goes on, so that the bands can be seen. */
  private static final double ROOM = 3;

  private static final double HIGHEST = 100;

  /** Where a logarithmic axis may begin and end. */
  private static final List<Double> EDGES =
      List.of(LOWEST, .002, .005, .01, .02, .05, .1, .2, .5, 1., 2., 5., 10., 20., 50., HIGHEST);

  /** Keys of the yardsticks' lines; a method's key is its index. */
  static final String SAMPLING = "sampling";

  static final String RANDOM_SEARCH = "random-search";
  static final String UNAVOIDABLE = "unavoidable";

  /** A step line: points of position and value. */
  record Line(String key, List<double[]> points) {}

  /** Points of position and the quantiles 0.05, 0.25, 0.75 and 0.95. */
  record Band(String key, List<double[]> points) {}

  static RegretPlot of(TargetReport target, RegretKind kind, Axis axis, double meanSeconds) {
    List<Line> lines = new ArrayList<>();
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < target.methods().size(); i++) {
      List<Anytime.Point> points = points(target.methods().get(i), axis);
      lines.add(line(target, i, kind, axis));
      bands.add(new Band(key(i), points.stream().map(p -> bandAt(p, kind)).toList()));
    }
    double end = lines.stream().flatMapToDouble(RegretPlot::positions).max().orElse(1);
    RegretPlot plot = withLevels(axis, lines, bands, target, kind);
    double price = axis == Axis.SECONDS ? meanSeconds : 1;
    if (!target.randomSearch().isEmpty() && price > 0) {
      plot.lines().add(randomSearch(target.randomSearch(), kind, price, end));
    }
    return plot;
  }

  private static String key(int method) {
    return "m" + method;
  }

  /** The mean regret of a method. */
  static Line line(TargetReport target, int method, RegretKind kind, Axis axis) {
    return new Line(
        key(method),
        points(target.methods().get(method), axis).stream().map(p -> meanAt(p, kind)).toList());
  }

  /** Lines of methods, then the levels that they are held against, as long as the longest. */
  static RegretPlot withLevels(
      Axis axis, List<Line> methods, List<Band> bands, TargetReport target, RegretKind kind) {
    List<Line> lines = new ArrayList<>(methods);
    double end = lines.stream().flatMapToDouble(RegretPlot::positions).max().orElse(1);
    double start = lines.stream().flatMapToDouble(RegretPlot::positions).min().orElse(0);
    lines.add(level(SAMPLING, kind.sampling(target), start, end));
    RegretPlot plot = new RegretPlot(axis, lines, bands);
    // Far below all methods it would press their curves together, so that none could be told apart.
    if (kind.unavoidable(target) > 0 && kind.unavoidable(target) >= plot.bottom()) {
      lines.add(level(UNAVOIDABLE, kind.unavoidable(target), start, end));
    }
    return plot;
  }

  private static List<Anytime.Point> points(MethodResult method, Axis axis) {
    return method.anytime().stream()
        .filter(anytime -> anytime.axis() == axis)
        .flatMap(anytime -> anytime.points().stream())
        .toList();
  }

  private static double[] meanAt(Anytime.Point point, RegretKind kind) {
    return new double[] {point.x(), kind.band(point).mean()};
  }

  private static double[] bandAt(Anytime.Point point, RegretKind kind) {
    Anytime.Band band = kind.band(point);
    return new double[] {point.x(), band.p5(), band.p25(), band.p75(), band.p95()};
  }

  private static DoubleStream positions(Line line) {
    return line.points().stream().mapToDouble(point -> point[0]);
  }

  private static Line level(String key, double value, double start, double end) {
    return new Line(key, List.of(new double[] {start, value}, new double[] {end, value}));
  }

  private static Line randomSearch(
      List<Expectation> expectations, RegretKind kind, double price, double end) {
    return new Line(
        RANDOM_SEARCH,
        expectations.stream()
            .map(point -> new double[] {point.evaluations() * price, kind.expected(point)})
            .filter(point -> point[0] <= end)
            .toList());
  }

  /** The first position above 0, where a logarithmic axis can begin. */
  double start() {
    return lines.stream().flatMapToDouble(RegretPlot::positions).filter(x -> x > 0).min().orElse(1);
  }

  double end() {
    return lines.stream().flatMapToDouble(RegretPlot::positions).max().orElse(1);
  }

  /** The lower edge; smaller values, 0 among them, are drawn on it. */
  double bottom() {
    double lowest = values(line -> !line.key().equals(UNAVOIDABLE)).min().orElse(1) / ROOM;
    return EDGES.stream().filter(edge -> edge <= lowest).reduce((a, b) -> b).orElse(LOWEST);
  }

  /** The upper edge, above all means. */
  double top() {
    double highest = values(line -> true).max().orElse(1);
    return EDGES.stream().filter(edge -> edge > highest).findFirst().orElse(HIGHEST);
  }

  private DoubleStream values(Predicate<Line> which) {
    return lines.stream()
        .filter(which)
        .flatMap(line -> line.points().stream())
        .mapToDouble(point -> point[1])
        .filter(value -> value > LOWEST);
  }
}
