package org.nasbench4j.reports.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.icepear.echarts.Option;
import org.icepear.echarts.charts.line.LineSeries;
import org.icepear.echarts.components.coord.cartesian.LogAxis;
import org.icepear.echarts.components.coord.cartesian.ValueAxis;
import org.icepear.echarts.components.grid.Grid;
import org.icepear.echarts.components.legend.Legend;
import org.icepear.echarts.components.tooltip.Tooltip;
import org.icepear.echarts.origin.util.SeriesOption;

/** A plot as options of the charting library; colours and bands are the page's. */
final class PlotOption {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private final RegretPlot plot;
  private final double bottom;

  private PlotOption(RegretPlot plot) {
    this.plot = plot;
    this.bottom = plot.bottom();
  }

  static Option of(RegretPlot plot) {
    return new PlotOption(plot).option();
  }

  private Option option() {
    return new Option()
        .setAnimation(false)
        .setGrid(new Grid().setLeft(8).setRight(28).setTop(28).setBottom(8).setContainLabel(true))
        .setLegend(new Legend().setShow(false))
        .setTooltip(new Tooltip().setTrigger("axis").setConfine(true))
        .setXAxis(new ValueAxis().setMax(plot.end()))
        .setYAxis(new LogAxis().setMin(bottom).setMax(plot.top()))
        .setSeries(plot.lines().stream().map(this::series).toArray(SeriesOption[]::new));
  }

  private LineSeries series(RegretPlot.Line line) {
    LineSeries series =
        new LineSeries().setName(line.key()).setShowSymbol(false).setData(drawn(line.points()));
    // The expectation of random search is known at some draws only and changes with every draw.
    return line.key().equals(RegretPlot.RANDOM_SEARCH) ? series : series.setStep("end");
  }

  /** Position, height in the plot, and the value itself, which may be below the lower edge. */
  private Object[] drawn(List<double[]> points) {
    return points.stream()
        .map(
            point ->
                new double[] {point[0], rounded(Math.max(point[1], bottom)), rounded(point[1])})
        .toArray();
  }

  /** Four digits are finer than a pixel. */
  static double rounded(double value) {
    return BigDecimal.valueOf(value).round(FOUR_DIGITS).doubleValue();
  }
}
