package org.nasbench4j.reports.assembly;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.nasbench4j.reports.model.Axis;
import org.nasbench4j.stats.Grid;

/**
 * The positions at which the curves of a task are read, the same for all its methods. Where
 * incumbents change at few positions these are all of them and the curve is complete; otherwise
 * they are spread evenly, half of them by distance and half by ratio, at rounded numbers. Either
 * way a curve is read at its positions exactly; nothing is interpolated.
 */
final class CurveGrid {
  static final int COMPLETE = 256;
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private CurveGrid() {}

  /** One grid for each axis that tells something: seconds only if anything costs any. */
  static Map<Axis, double[]> of(Function<Axis, Stream<Trace>> traces) {
    Map<Axis, double[]> grids = new EnumMap<>(Axis.class);
    for (Axis axis : Axis.values()) {
      double[] stamps =
          traces
              .apply(axis)
              .flatMapToDouble(
                  trace ->
                      DoubleStream.concat(trace.stamps(axis), DoubleStream.of(trace.end(axis))))
              .sorted()
              .distinct()
              .toArray();
      if (stamps.length > 0 && stamps[stamps.length - 1] > 0) {
        grids.put(axis, stamps.length <= COMPLETE ? stamps : spread(stamps, axis));
      }
    }
    return grids;
  }

  private static double[] spread(double[] stamps, Axis axis) {
    double first = DoubleStream.of(stamps).filter(stamp -> stamp > 0).findFirst().orElseThrow();
    double last = stamps[stamps.length - 1];
    DoubleStream inner =
        DoubleStream.concat(
                DoubleStream.of(Grid.linear(first, last, COMPLETE / 2)),
                DoubleStream.of(Grid.logarithmic(first, last, COMPLETE / 2)))
            .map(position -> rounded(position, axis))
            .filter(position -> position > first && position < last);
    return DoubleStream.concat(DoubleStream.of(stamps[0], first, last), inner)
        .sorted()
        .distinct()
        .toArray();
  }

  private static double rounded(double position, Axis axis) {
    return axis == Axis.EVALUATIONS
        ? Math.rint(position)
        : BigDecimal.valueOf(position).round(FOUR_DIGITS).doubleValue();
  }
}
