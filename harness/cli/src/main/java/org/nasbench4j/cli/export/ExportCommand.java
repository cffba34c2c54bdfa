package org.nasbench4j.cli.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.nasbench4j.cli.option.OverwriteOption;
import org.nasbench4j.cli.option.TableInput;
import org.nasbench4j.cli.program.ExitCode;
import org.nasbench4j.cli.program.LateProgress;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nasbench export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes a table as CSV, Parquet or JSON.",
    footer = {
      "",
      "csv and parquet have one row for each architecture. A column is named like a measure in plans,"
          + " cifar10-half:valid:200:777, and holds percent; what was not measured stays empty.",
      "naslib-json has lists by epoch in the shape of NASLib's files, for one --split and --schedule.",
      "",
      "Example: nasbench export nb201.h5 --format parquet --out nb201.parquet",
      "Example: nasbench export nats.h5 --format csv --split valid --epochs each --out valid.csv.gz",
      "Example: nasbench export nats.h5 --format naslib-json --split valid --schedule 200 --out n.json"
    })
public final class ExportCommand implements Callable<Integer> {

  @Mixin private TableInput input = new TableInput();

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "csv (compressed if OUT ends with .gz), parquet or naslib-json.")
  private String format = "";

  @Option(names = "--out", required = true, paramLabel = "OUT", description = "What to write.")
  private Path out = Path.of("");

  @Mixin private OverwriteOption overwrite = new OverwriteOption();

  @Option(names = "--losses", description = "Losses, too (csv and parquet).")
  private boolean losses;

  @Option(
      names = "--seconds",
      description = "Seconds of training and evaluation, too: the mean over seeds (csv, parquet).")
  private boolean seconds;

  @Mixin private Selection selection = new Selection();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    overwrite.requireFree(out, input.files());
    Table table = input.open();
    Writing writing = writing(table);
    try (LateProgress progress = new LateProgress("Writing", "architectures", table.rows())) {
      writing.write(out, (done, total) -> progress.stepTo(done));
    }
    spec.commandLine()
        .getErr()
        .println(
            String.format(
                Locale.ROOT,
                "Wrote %,d architectures to %s (%,d bytes).",
                table.rows(),
                out,
                Files.size(out)));
    return ExitCode.DONE.code();
  }

  /** A table and all that is wanted of it, resolved. */
  @FunctionalInterface
  private interface Writing {
    void write(Path file, ImportProgress progress) throws IOException;
  }

  private Writing writing(Table table) {
    return switch (format) {
      case "csv" -> new CsvExport(new RowLabels(table), columns(table))::write;
      case "parquet" -> new ParquetExport(new RowLabels(table), columns(table))::write;
      case "naslib-json" -> naslib(table)::write;
      default ->
          throw new IllegalArgumentException(
              "The format (%s) must be csv, parquet or naslib-json.".formatted(format));
    };
  }

  private NaslibExport naslib(Table table) {
    if (losses || seconds || selection.saysEpochs()) {
      throw new IllegalArgumentException(
          "The format (naslib-json) has all epochs, with losses and seconds where they are stored."
              + " Leave --epochs, --losses and --seconds out.");
    }
    return NaslibExport.of(table, selection);
  }

  private List<WideColumns.Named> columns(Table table) {
    List<WideColumns.Extra> extras = new ArrayList<>();
    if (losses) {
      extras.add(WideColumns.Extra.LOSSES);
    }
    if (seconds) {
      extras.add(WideColumns.Extra.SECONDS);
    }
    return WideColumns.of(table, selection, extras);
  }
}
