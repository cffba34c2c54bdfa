package org.nasbench4j.reports.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.icepear.echarts.serializer.EChartsSerializer;
import org.nasbench4j.reports.model.Anytime;
import org.nasbench4j.reports.model.Axis;
import org.nasbench4j.reports.model.SignalReport;
import org.nasbench4j.reports.model.TargetReport;

/** Anytime regret plots as the data that the page's script hands to the charting library. */
public final class RegretCharts {
  private final JsonMapper mapper = new JsonMapper();
  private final EChartsSerializer serializer = new EChartsSerializer();

  /** Creates the plots' maker. */
  public RegretCharts() {}

  /**
   * One figure with its options along every axis.
   *
   * @param figure the id of the figure's element in the page
   * @param target whose results
   * @param kind which regret
   * @param meanSeconds the mean cost of an evaluation over the table, by which the expectation of
   *     random search is put on the axis of seconds; 0 if unknown
   * @return {@code {figure, axes: {seconds: {option, start, bands}, evaluations: ...}}}
   */
  public ObjectNode figure(
      String figure, TargetReport target, RegretKind kind, double meanSeconds) {
    ObjectNode node = mapper.createObjectNode();
    node.put("figure", figure);
    ObjectNode axes = node.putObject("axes");
    for (Axis axis : axes(target)) {
      RegretPlot plot = RegretPlot.of(target, kind, axis, meanSeconds);
      ObjectNode view = axes.putObject(axis.id());
      view.set("option", option(plot));
      view.put("start", plot.start());
      plot.bands().forEach(band -> band(view.withArray("bands"), band));
    }
    return node;
  }

  /**
   * One figure of all methods on all signals along one axis; that of seconds is logarithmic, since
   * proxies and trainings differ by orders of magnitude.
   *
   * @param figure the id of the figure's element in the page
   * @param comparison whose results
   * @param keys the keys of the signals' styles, in the order of the signals
   * @param axis along which
   * @return {@code {figure, axes: {AXIS: {option, start, bands, label, log}}}}
   */
  public ObjectNode signals(
      String figure, SignalReport.Comparison comparison, List<String> keys, Axis axis) {
    RegretPlot plot = SignalPlot.of(comparison, keys, RegretKind.TEST, axis);
    ObjectNode node = mapper.createObjectNode();
    node.put("figure", figure);
    ObjectNode view = node.putObject("axes").putObject(axis.id());
    view.set("option", option(plot));
    view.put("start", plot.start());
    view.putArray("bands");
    view.put("label", axis == Axis.SECONDS ? "seconds of training and proxies" : axis.id());
    view.put("log", axis == Axis.SECONDS);
    return node;
  }

  /**
   * The axes along which a comparison's plots can be drawn.
   *
   * @param comparison whose results
   * @return evaluations, then seconds if anything cost any
   */
  public static List<Axis> axes(SignalReport.Comparison comparison) {
    boolean seconds =
        comparison.targets().stream().anyMatch(target -> axes(target).contains(Axis.SECONDS));
    return seconds ? List.of(Axis.EVALUATIONS, Axis.SECONDS) : List.of(Axis.EVALUATIONS);
  }

  /**
   * The axes along which a target's plots can be drawn.
   *
   * @param target whose results
   * @return seconds only if anything cost any
   */
  public static List<Axis> axes(TargetReport target) {
    return target.methods().get(0).anytime().stream().map(Anytime::axis).toList();
  }

  private ObjectNode option(RegretPlot plot) {
    try {
      return (ObjectNode) mapper.readTree(serializer.toJson(PlotOption.of(plot)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The options of a chart must be JSON.", e);
    }
  }

  private static void band(ArrayNode bands, RegretPlot.Band band) {
    ObjectNode node = bands.addObject();
    node.put("name", band.key());
    ArrayNode points = node.putArray("points");
    for (double[] point : band.points()) {
      ArrayNode numbers = points.addArray();
      numbers.add(point[0]);
      for (int i = 1; i < point.length; i++) {
        numbers.add(PlotOption.rounded(point[i]));
      }
    }
  }
}
