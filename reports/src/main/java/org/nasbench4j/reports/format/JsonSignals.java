package org.nasbench4j.reports.format;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nasbench4j.reports.model.SignalReport;
import org.nasbench4j.reports.model.SignalReport.Comparison;
import org.nasbench4j.reports.model.SignalReport.Difference;
import org.nasbench4j.reports.model.SignalReport.Row;

/**
 * What proxies change, in {@code report.json}; the numbers of each variant are under the task of
 * its name.
 */
final class JsonSignals {
  private final JsonMapper mapper;

  JsonSignals(JsonMapper mapper) {
    this.mapper = mapper;
  }

  ObjectNode of(SignalReport report) {
    ObjectNode node = mapper.createObjectNode();
    node.put("task", report.task());
    node.set("signals", mapper.valueToTree(report.signals()));
    report.comparisons().forEach(target -> node.withArray("targets").add(target(target)));
    return node;
  }

  private ObjectNode target(Comparison comparison) {
    ObjectNode node = mapper.createObjectNode();
    node.put("testMeasure", comparison.targets().get(0).yardstick().test());
    comparison.rows().forEach(row -> node.withArray("methods").add(row(row)));
    return node;
  }

  private ObjectNode row(Row row) {
    ObjectNode node = mapper.createObjectNode();
    node.put("method", row.method());
    node.put("signal", row.signal());
    node.put("meanValidPercent", row.result().answers().valid().percent().mean());
    node.put("meanTestPercent", row.testMean());
    node.put("meanEvaluations", row.spending().evaluations().mean());
    node.put("meanSimulatedTrainingSeconds", row.spending().trainingSeconds().mean());
    node.put("meanProxySeconds", row.spending().proxySeconds().mean());
    node.put("meanOwnSeconds", row.spending().ownSeconds().mean());
    // There is nothing to subtract from the task's own signal: the key is left out.
    row.difference().ifPresent(d -> node.set("testDifferencePoints", difference(d)));
    return node;
  }

  private ObjectNode difference(Difference difference) {
    ObjectNode node = mapper.createObjectNode();
    node.put("mean", difference.points());
    difference
        .interval()
        .ifPresent(
            interval -> {
              node.put("low", interval.low());
              node.put("high", interval.high());
              node.put("level", interval.level());
            });
    node.put("separated", difference.isSeparated());
    return node;
  }
}
