package org.nasbench4j.reports.format;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.nasbench4j.reports.model.Accuracy;
import org.nasbench4j.reports.model.MethodResult;
import org.nasbench4j.reports.model.NamedRegret;
import org.nasbench4j.reports.model.Spending;
import org.nasbench4j.reports.model.TargetReport;
import org.nasbench4j.reports.model.TaskReport;
import org.nasbench4j.reports.model.Verdict;
import org.nasbench4j.stats.Interval;
import org.nasbench4j.stats.Summary;
import org.nasbench4j.study.StudyHeader;
import org.nasbench4j.study.StudyHeader.TargetSummary;

/** One task of {@code report.json}. */
final class JsonTask {
  private final JsonMapper mapper;

  JsonTask(JsonMapper mapper) {
    this.mapper = mapper;
  }

  ObjectNode of(TaskReport report) {
    StudyHeader.Task task = report.task();
    ObjectNode node = mapper.createObjectNode();
    node.put("name", task.name());
    node.set("stamps", mapper.valueToTree(task.stamps()));
    node.put("objective", task.objective());
    node.put("budget", task.budget());
    node.put("overshoot", task.overshoot());
    node.put("meanEvaluationSeconds", task.meanSeconds());
    report.spending().forEach(spending -> node.withArray("spending").add(spending(spending)));
    report.targets().forEach(target -> node.withArray("targets").add(target(target)));
    return node;
  }

  private ObjectNode spending(Spending spending) {
    ObjectNode node = mapper.createObjectNode();
    node.put("method", spending.method());
    node.set("evaluations", summary(spending.evaluations()));
    node.set("simulatedTrainingSeconds", summary(spending.trainingSeconds()));
    node.set("proxySeconds", summary(spending.proxySeconds()));
    node.set("ownSeconds", summary(spending.ownSeconds()));
    ObjectNode stops = node.putObject("runsByStop");
    spending
        .orderedStops()
        .forEach((stop, runs) -> stops.put(stop.name().toLowerCase(Locale.ROOT), runs));
    return node;
  }

  private ObjectNode target(TargetReport target) {
    TargetSummary yardstick = target.yardstick();
    ObjectNode node = mapper.createObjectNode();
    node.put("dataset", yardstick.dataset());
    node.put("validMeasure", yardstick.valid());
    node.put("testMeasure", yardstick.test());
    node.set("verdict", verdict(target.verdict()));
    node.set("bestValid", mapper.valueToTree(yardstick.bestValid()));
    node.set("bestTest", mapper.valueToTree(yardstick.bestTest()));
    node.put("testOfBestValidPercent", yardstick.testOfBestValid());
    node.put("unavoidableTestRegretPoints", target.unavoidableRegret());
    node.put("tableMeanValidPercent", yardstick.meanValid());
    node.put("tableMeanTestPercent", yardstick.meanTest());
    target.methods().forEach(method -> node.withArray("methods").add(method(method)));
    target.randomSearch().forEach(point -> node.withArray("randomSearch").add(expectation(point)));
    target.regrets().forEach(regret -> node.withArray("namedRegrets").add(regret(regret)));
    return node;
  }

  private ObjectNode regret(NamedRegret regret) {
    ObjectNode node = mapper.createObjectNode();
    node.put("name", regret.name());
    node.put("origin", regret.origin());
    node.put("validOptimumPercent", regret.optimum().valid());
    node.put("testOptimumPercent", regret.optimum().test());
    node.put("validLeastPoints", regret.least().valid());
    node.put("testLeastPoints", regret.least().test());
    for (NamedRegret.OfMethod method : regret.methods()) {
      ObjectNode numbers = node.withArray("methods").addObject();
      numbers.put("method", method.method());
      numbers.set("validPoints", summary(method.valid()));
      numbers.set("testPoints", summary(method.test()));
    }
    return node;
  }

  private ObjectNode verdict(Verdict verdict) {
    ObjectNode node = mapper.createObjectNode();
    node.put("bestMeanTest", verdict.method());
    node.set("notSeparated", mapper.valueToTree(verdict.rivals()));
    node.set("undecided", mapper.valueToTree(verdict.undecided()));
    return node;
  }

  private ObjectNode expectation(TargetReport.Expectation point) {
    ObjectNode node = mapper.createObjectNode();
    node.put("evaluations", point.evaluations());
    node.put("validRegretPoints", point.validRegret());
    node.put("testRegretPoints", point.testRegret());
    return node;
  }

  private ObjectNode method(MethodResult result) {
    ObjectNode node = mapper.createObjectNode();
    node.put("method", result.method());
    node.set("validPercent", accuracy(result.answers().valid()));
    node.set("testPercent", accuracy(result.answers().test()));
    node.set("validRegretPoints", summary(result.regrets().valid()));
    node.set("testRegretPoints", summary(result.regrets().test()));
    node.set("searchRegretPoints", summary(result.regrets().search()));
    node.put("shareOfRunsWithBestValid", result.found().bestValid());
    node.put("shareOfRunsWithBestTest", result.found().bestTest());
    return node;
  }

  private ObjectNode accuracy(Accuracy accuracy) {
    ObjectNode node = summary(accuracy.percent());
    // Where too little is known the key is left out.
    accuracy.meanInterval().ifPresent(interval -> node.set("meanInterval", interval(interval)));
    return node;
  }

  private ObjectNode interval(Interval interval) {
    ObjectNode node = mapper.createObjectNode();
    node.put("level", interval.level());
    node.put("low", interval.low());
    node.put("high", interval.high());
    node.put("resamples", interval.resamples());
    return node;
  }

  private ObjectNode summary(Summary summary) {
    ObjectNode node = mapper.createObjectNode();
    node.put("n", summary.n());
    node.put("mean", summary.mean());
    // One value has no deviation: the key is left out.
    summary.sampleDeviation().ifPresent(value -> node.put("sampleStandardDeviation", value));
    node.put("min", summary.min());
    node.put("p5", summary.quantile(0.05));
    node.put("p25", summary.quantile(0.25));
    node.put("median", summary.median());
    node.put("p75", summary.quantile(0.75));
    node.put("p95", summary.quantile(0.95));
    node.put("max", summary.max());
    return node;
  }
}
