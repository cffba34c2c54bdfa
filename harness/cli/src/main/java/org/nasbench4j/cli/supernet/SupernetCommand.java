package org.nasbench4j.cli.supernet;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import org.nasbench4j.cli.program.ExitCode;
import org.nasbench4j.neural.supernet.SupernetStep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nasbench supernet}. */
@Command(
    name = "supernet",
    mixinStandardHelpOptions = true,
    subcommands = SupernetTrainCommand.class,
    description = "Trains networks that share weights, and shows what they learned.")
public final class SupernetCommand implements Runnable {
  private static final int SHOWN = 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing: train or show.");
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Prints how a training is set, about twenty of its steps, and what it derives.")
  int show(@Parameters(paramLabel = "DIR", description = "A folder of supernet train.") Path folder)
      throws IOException {
    SupernetFolder training = new SupernetFolder(folder);
    Optional<SupernetResult> result = training.result();
    List<SupernetStep> steps =
        result.isPresent() ? training.stepsOf(result.get()) : training.readSteps();
    SortedMap<String, String> described = training.described();
    PrintWriter out = spec.commandLine().getOut();
    described.forEach((key, text) -> out.printf("%-10s %s%n", key, text));
    out.println();
    print(out, steps);
    out.println();
    out.println(
        result
            .map(done -> "Finished. Derived: " + done.last().architecture())
            .orElse(
                "Unfinished after %d steps; the same command goes on.".formatted(steps.size())));
    return ExitCode.DONE.code();
  }

  private static void print(PrintWriter out, List<SupernetStep> steps) {
    out.println("    step epoch    loss  accuracy  entropy  confidence  seconds  derived");
    int stride = Math.max(1, (steps.size() + SHOWN - 1) / SHOWN);
    for (SupernetStep step : steps) {
      if (step.step() % stride == 0 || step.step() == 1 || step.step() == steps.size()) {
        out.printf(
            Locale.ROOT,
            "%8d %5d %7.4f %8.1f%% %8.4f %11.4f %8.1f  %s%n",
            step.step(),
            step.epoch(),
            step.loss(),
            100 * step.accuracy(),
            step.entropy(),
            step.confidence(),
            step.seconds(),
            step.architecture());
      }
    }
  }
}
