package org.nasbench4j.cli.space;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.cli.program.ExitCode;
import org.nasbench4j.cli.program.JsonOutput;
import org.nasbench4j.space.SearchSpace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nasbench space}. */
@Command(
    name = "space",
    mixinStandardHelpOptions = true,
    description = "Describes a search space, or lists what is in it.")
public final class SpaceCommand implements Runnable {
  private static final String SPACE = "A search space: " + Spaces.NAMES + ".";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing: info or enumerate.");
  }

  @Command(
      name = "info",
      mixinStandardHelpOptions = true,
      description =
          "Prints how the architectures of a space are made, and how many there are by each way of"
              + " counting, beside the published numbers.",
      footer = {"", "Example: nasbench space info oneshot1-1"})
  int info(
      @Parameters(paramLabel = "SPACE", description = SPACE) String name,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    SpaceSheet sheet = SpaceSheets.of(Spaces.get(name));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonOutput.print(out, sheet);
    } else {
      print(out, sheet);
    }
    return ExitCode.DONE.code();
  }

  private static void print(PrintWriter out, SpaceSheet sheet) {
    out.println("space      " + sheet.space());
    out.println("what       " + sheet.title());
    out.println("written    " + sheet.writing());
    out.println("drawn      " + sheet.drawing());
    out.println();
    out.println("decisions");
    sheet.decisions().forEach(decision -> out.println("  " + line(decision)));
    out.println();
    out.printf(Locale.ROOT, "%-50s %13s %13s%n", "counts", "counted here", "published");
    sheet.counts().forEach(count -> out.println(line(count)));
    out.println();
    sheet.notes().forEach(note -> out.println("note       " + note));
  }

  private static String line(SpaceSheet.Decision decision) {
    String times = decision.times() == 1 ? "" : decision.times() + " × ";
    return "%s%s: %s".formatted(times, decision.what(), String.join(", ", decision.options()));
  }

  private static String line(SpaceSheet.Count count) {
    Long known = count.published();
    String published = known == null ? "" : String.format(Locale.ROOT, "%,d", known);
    return String.format(Locale.ROOT, "  %-48s %,13d %13s", count.what(), count.number(), published)
        .stripTrailing();
  }

  @Command(
      name = "enumerate",
      mixinStandardHelpOptions = true,
      description = "Lists the architectures of a space, each with the name of its class.",
      footer = {
        "",
        "nb101 lists the 423,624 distinct modules, the other spaces all cells as written; with"
            + " --distinct these, too, are listed once for each class.",
        "The name of a class is the module's hash in nb101 and oneshot1-*, the official unique string"
            + " in nb201; networks of nats-sss are classes of their own.",
        "",
        "Example: nasbench space enumerate nb101 --csv --out modules.csv.gz"
      })
  int enumerate(
      @Parameters(paramLabel = "SPACE", description = SPACE) String name,
      @Option(
              names = "--out",
              paramLabel = "FILE",
              description =
                  "Where the list goes; compressed if the name ends in .gz. Default: standard"
                      + " output.")
          @Nullable Path file,
      @Option(
              names = "--csv",
              description =
                  "Write CSV with the columns architecture and class. Default: lines of both with a"
                      + " tab between.")
          boolean csv,
      @Option(names = "--distinct", description = "List one architecture of each class.")
          boolean distinct)
      throws IOException {
    SearchSpace space = Spaces.get(name);
    SpaceList list = SpaceList.of(space, distinct ? SpaceList.Scope.CLASSES : SpaceList.Scope.ALL);
    SpaceListing listing =
        new SpaceListing(list, csv ? SpaceListing.Form.CSV : SpaceListing.Form.LINES);
    if (file == null) {
      listing.print(spec.commandLine().getOut());
      return ExitCode.DONE.code();
    }
    listing.write(file);
    spec.commandLine()
        .getErr()
        .println(String.format(Locale.ROOT, "Wrote %,d architectures to %s", list.size(), file));
    return ExitCode.DONE.code();
  }
}
