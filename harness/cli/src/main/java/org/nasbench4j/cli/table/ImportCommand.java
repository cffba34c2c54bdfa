package org.nasbench4j.cli.table;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import org.nasbench4j.cli.option.Tables;
import org.nasbench4j.cli.program.ExitCode;
import org.nasbench4j.cli.program.Terminal;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nasbench import}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Reads a published benchmark's files and writes a table.",
    footer = {
      "",
      "Example: nasbench import data/nb201 --format nb201-csv --to nb201.h5",
      "Example: nasbench import nasbench_full.tfrecord --format nb101-tfrecord --to nb101.h5",
      "The source is read completely and checked before anything is written."
    })
public final class ImportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SOURCE", description = "The file or folder to read.")
  private Path source = Path.of("");

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      completionCandidates = FormatNames.class,
      description = "What the source is: ${COMPLETION-CANDIDATES}.")
  private String format = "";

  @Option(names = "--to", required = true, paramLabel = "FILE", description = "The table to write.")
  private Path target = Path.of("");

  @Option(names = "--overwrite", description = "Replace FILE if it exists.")
  private boolean overwrite;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The names of the formats, for the help text. */
  static final class FormatNames extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    FormatNames() {
      formats().forEach(known -> add(known.name()));
    }
  }

  private static List<TableFormat> formats() {
    List<TableFormat> formats = new ArrayList<>();
    ServiceLoader.load(TableFormat.class).forEach(formats::add);
    return formats;
  }

  @Override
  public Integer call() throws IOException {
    TableFormat reader = reader();
    if (Files.exists(target) && !overwrite) {
      throw new FileAlreadyExistsException(
          target.toString(), null, "exists already; replace it with --overwrite");
    }
    TableContent content;
    try (ProgressBar bar = Terminal.progressBar("Reading " + source.getFileName(), "units", -1)) {
      content =
          reader.read(
              source,
              (done, total) -> {
                bar.maxHint(total);
                bar.stepTo(done);
              });
    }
    Tables.store().write(content, target);
    spec.commandLine()
        .getErr()
        .println(
            String.format(
                Locale.ROOT,
                "Wrote %,d architectures to %s (%,d bytes).",
                content.rows().count(),
                target,
                Files.size(target)));
    return ExitCode.DONE.code();
  }

  private TableFormat reader() {
    return formats().stream()
        .filter(known -> known.name().equals(format))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The format (%s) is unknown. Use one of %s."
                        .formatted(
                            format,
                            formats().stream()
                                .map(TableFormat::name)
                                .sorted()
                                .collect(Collectors.joining(", ")))));
  }
}
