package org.nasbench4j.cli.table;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nasbench4j.cli.option.TableInput;
import org.nasbench4j.cli.program.ExitCode;
import org.nasbench4j.cli.program.JsonOutput;
import org.nasbench4j.table.Coverage;
import org.nasbench4j.table.Table;
import org.nasbench4j.table.TableInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code nasbench table}. */
@Command(
    name = "table",
    mixinStandardHelpOptions = true,
    subcommands = {TableTrainCommand.class, TableImagesCommand.class},
    description = "Looks into a table, or trains one.")
public final class TableCommand implements Runnable {
  private static final int LINE_LENGTH = 96;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "A command is missing: info, train or images.");
  }

  @Command(
      name = "info",
      mixinStandardHelpOptions = true,
      description = "Prints where a table comes from and what it holds.")
  int info(
      @Mixin TableInput input, @Option(names = "--json", description = "Print JSON.") boolean json)
      throws IOException {
    Table table = input.open();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonOutput.print(
          out, new Description(table.info(), table.rows(), table.coverage(), table.columns()));
    } else {
      print(out, table);
    }
    return ExitCode.DONE.code();
  }

  /** What {@code --json} prints. */
  record Description(
      TableInfo table, int architectures, List<Coverage> measurements, List<String> columns) {}

  private static void print(PrintWriter out, Table table) {
    TableInfo info = table.info();
    out.printf(Locale.ROOT, "table          %s%n", info.name());
    out.printf(
        Locale.ROOT,
        "space          %s, %,d of %,d architectures%n",
        info.space(),
        table.rows(),
        table.space().measured());
    out.printf(Locale.ROOT, "source         %s%n", info.format());
    info.sources().forEach(source -> out.printf(Locale.ROOT, "               %s%n", source));
    out.printf(Locale.ROOT, "content        %s%n", info.contentHash());
    out.printf(Locale.ROOT, "written by     %s%n%n", info.creator());
    out.printf(
        Locale.ROOT,
        "%-15s %9s  %-11s %-12s %-14s %9s  %s%n",
        "trained on",
        "schedule",
        "split",
        "epochs",
        "seeds",
        "images",
        "records");
    table.coverage().forEach(block -> print(out, block));
    out.printf(Locale.ROOT, "%ncolumns%n");
    wrapped(table.columns()).forEach(line -> out.println("  " + line));
    out.println();
    info.notes().forEach(note -> out.printf(Locale.ROOT, "note     %s%n", note));
  }

  private static List<String> wrapped(List<String> words) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words) {
      if (line.length() + word.length() > LINE_LENGTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(word).append("  ");
    }
    lines.add(line.toString());
    return lines;
  }

  private static void print(PrintWriter out, Coverage block) {
    String share =
        String.format(
            Locale.ROOT,
            "%,d (%.1f %%)",
            block.records(),
            100.0 * block.records() / block.expected());
    out.printf(
        Locale.ROOT,
        "%-15s %9s  %-11s %-12s %-14s %,9d  %s%s%n",
        block.training(),
        block.schedule(),
        block.split(),
        range(block.epochs()),
        block.seeds().isEmpty() ? "mean only" : list(block.seeds()),
        block.images(),
        share,
        switch (block.origin()) {
          case MEASURED -> "";
          case DERIVED -> ", derived";
        });
  }

  private static String range(List<Integer> epochs) {
    int first = epochs.get(0);
    int last = epochs.get(epochs.size() - 1);
    boolean whole = last - first + 1 == epochs.size();
    return first == last ? String.valueOf(last) : whole ? first + ".." + last : list(epochs);
  }

  private static String list(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
