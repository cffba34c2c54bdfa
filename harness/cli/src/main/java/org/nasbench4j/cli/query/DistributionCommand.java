package org.nasbench4j.cli.query;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.nasbench4j.cli.option.TableInput;
import org.nasbench4j.cli.program.ExitCode;
import org.nasbench4j.cli.program.JsonOutput;
import org.nasbench4j.proxy.ProxyCatalog;
import org.nasbench4j.proxy.Quantity;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nasbench distribution}. */
@Command(
    name = "distribution",
    mixinStandardHelpOptions = true,
    description = "Prints how a measure is distributed over the architectures of a table.",
    footer = {
      "",
      "A measure is dataset:split:schedule[:seeds], as in cifar10:test:200 (seeds: mean), or the name"
          + " of a stored column or proxy, as in params. 'nasbench table info' lists the columns.",
      "",
      "Example: nasbench distribution nb201.h5 --of cifar10:test:200"
    })
public final class DistributionCommand implements Callable<Integer> {

  @Mixin private TableInput input = new TableInput();

  @Option(
      names = "--of",
      required = true,
      paramLabel = "MEASURE",
      description = "What is measured.")
  private String measure = "";

  @Option(
      names = "--ranges",
      paramLabel = "N",
      description = "The ranges of the histogram, at least 1. Default: ${DEFAULT-VALUE}.")
  private int ranges = 20;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Quantity quantity = Quantity.parse(measure);
    Table table = input.open();
    int[] rows = IntStream.range(0, table.rows()).toArray();
    Column column = quantity.column(table, ProxyCatalog.ofServices(), rows);
    Distribution distribution = Distribution.of(quantity.toString(), table, column, ranges);
    if (json) {
      JsonOutput.print(spec.commandLine().getOut(), distribution.json());
    } else {
      distribution.print(spec.commandLine().getOut());
    }
    return ExitCode.DONE.code();
  }
}
