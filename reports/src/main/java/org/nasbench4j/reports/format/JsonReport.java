package org.nasbench4j.reports.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import org.nasbench4j.reports.model.Report;
import org.nasbench4j.study.StudyHeader;

/**
 * {@code report.json}: everything but the curves ({@code anytime.csv}) and the single runs ({@code
 * runs.csv}). A key says its unit: {@code Percent}, {@code Points} (percentage points), {@code
 * Seconds}, {@code shareOf} ({@code [0, 1]}).
 */
final class JsonReport implements ReportFormat {
  /** The version of the keys. */
  static final int FORMAT = 1;

  private final JsonMapper mapper = new JsonMapper();
  private final JsonTask tasks = new JsonTask(mapper);

  @Override
  public String fileName() {
    return "report.json";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    ObjectNode root = mapper.createObjectNode();
    root.put("format", FORMAT);
    root.set("study", study(report.study()));
    report.tasks().forEach(task -> root.withArray("tasks").add(tasks.of(task)));
    JsonSignals signals = new JsonSignals(mapper);
    report.signals().forEach(task -> root.withArray("signals").add(signals.of(task)));
    if (!report.study().setup().agreements().isEmpty()) {
      root.set("agreements", mapper.valueToTree(report.study().setup().agreements()));
    }
    writer().writeValue(out, root);
    out.write('\n');
  }

  private ObjectNode study(StudyHeader study) {
    ObjectNode node = mapper.createObjectNode();
    node.put("name", study.name());
    node.put("runsPerMethod", study.runs());
    node.put("seed", study.seed());
    node.put("duplicates", study.duplicates());
    node.put("plan", study.plan());
    node.put("planSha256", study.planHash());
    node.set("table", mapper.valueToTree(study.table()));
    node.set("methods", mapper.valueToTree(study.setup().methods()));
    node.set("provenance", mapper.valueToTree(study.setup().provenance()));
    return node;
  }

  /** Line feeds on every system. */
  private ObjectWriter writer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return mapper
        .writer(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter))
        .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }
}
