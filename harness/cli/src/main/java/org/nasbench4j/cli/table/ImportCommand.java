package org.nasbench4j.cli.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.cli.option.OverwriteOption;
import org.nasbench4j.cli.program.ExitCode;
import org.nasbench4j.table.TableFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "Example: nasbench import data/nb201 --to nb201.h5",
      "Example: nasbench import NATS-tss-v1_0-3ffb9.pickle.pbz2 --to nats.h5",
      "The source is read completely and checked before anything is written."
    })
public final class ImportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SOURCE", description = "The file or folder to read.")
  private Path source = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = FormatNames.class,
      description = {
        "What the source is: ${COMPLETION-CANDIDATES}.",
        "Default: what its content looks like."
      })
  private @Nullable String format;

  @Option(names = "--to", required = true, paramLabel = "FILE", description = "The table to write.")
  private Path target = Path.of("");

  @Mixin private OverwriteOption overwrite = new OverwriteOption();

  private CommandSpec spec = CommandSpec.create();

  /** The command, whose help tells of every format on the class path. */
  @Spec
  void describe(CommandSpec command) {
    spec = command;
    List<String> footer = new ArrayList<>(List.of(command.usageMessage().footer()));
    footer.add("");
    footer.add("Formats:");
    footer.addAll(new Formats().summaries());
    command.usageMessage().footer(footer.toArray(String[]::new));
  }

  /** The names of the formats, for the help text. */
  static final class FormatNames extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    FormatNames() {
      addAll(new Formats().names());
    }
  }

  @Override
  public Integer call() throws IOException {
    overwrite.requireFree(target, List.of(source));
    TableFormat reader = reader();
    TableImport.run(reader, source, target, spec.commandLine().getErr());
    return ExitCode.DONE.code();
  }

  private TableFormat reader() throws IOException {
    Formats formats = new Formats();
    return format == null ? formats.of(source) : formats.named(format, source);
  }
}
