package org.nasbench4j.cli.score;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.nasbench4j.cli.option.Tables;
import org.nasbench4j.cli.program.ExitCode;
import org.nasbench4j.cli.program.JsonOutput;
import org.nasbench4j.stats.Summary;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.Table;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nasbench score show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Prints the scores of a file.")
final class ScoreShowCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "A score file: its path or name.")
  private String file = "";

  @ArgGroup private Form form = new Form();

  @Mixin private Tables tables = new Tables();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** At most one of the forms. */
  static final class Form {
    @Option(names = "--csv", description = "Print one line per architecture.")
    private boolean csv;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;
  }

  @Override
  public Integer call() throws IOException {
    Table scores = tables.open(file);
    PrintWriter out = spec.commandLine().getOut();
    if (form.csv) {
      csv(out, scores);
    } else if (form.json) {
      JsonOutput.print(
          out, IntStream.range(0, scores.rows()).mapToObj(r -> row(scores, r)).toList());
    } else {
      summary(out, scores);
    }
    return ExitCode.DONE.code();
  }

  private static void csv(PrintWriter out, Table scores) {
    List<Column> columns = scores.columns().stream().map(scores::column).toList();
    out.println("architecture," + String.join(",", scores.columns()));
    for (int row = 0; row < scores.rows(); row++) {
      List<String> cells = new ArrayList<>();
      cells.add(scores.architecture(row).text());
      for (Column column : columns) {
        cells.add(column.has(row) ? Double.toString(column.value(row)) : "");
      }
      out.println(String.join(",", cells));
    }
  }

  private static Map<String, Object> row(Table scores, int row) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("architecture", scores.architecture(row).text());
    for (String name : scores.columns()) {
      Column column = scores.column(name);
      if (column.has(row)) {
        object.put(name, column.value(row));
      }
    }
    return object;
  }

  private static void summary(PrintWriter out, Table scores) {
    out.printf(Locale.ROOT, "%,d architectures%n", scores.rows());
    scores.info().notes().forEach(note -> out.println("note  " + note));
    out.printf(
        Locale.ROOT, "%n%-28s %8s %14s %14s %14s%n", "column", "finite", "min", "median", "max");
    for (String name : scores.columns()) {
      Column column = scores.column(name);
      double[] finite =
          IntStream.range(0, scores.rows())
              .filter(column::has)
              .mapToDouble(column::value)
              .filter(Double::isFinite)
              .toArray();
      if (finite.length > 0) {
        Summary summary = Summary.of(finite);
        out.printf(
            Locale.ROOT,
            "%-28s %8d %14.6g %14.6g %14.6g%n",
            name,
            finite.length,
            summary.min(),
            summary.median(),
            summary.max());
      }
    }
  }
}
