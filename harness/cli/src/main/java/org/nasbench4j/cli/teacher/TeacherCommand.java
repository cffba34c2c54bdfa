package org.nasbench4j.cli.teacher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.nasbench4j.cli.program.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nasbench teacher}. */
@Command(
    name = "teacher",
    mixinStandardHelpOptions = true,
    subcommands = TeacherTrainCommand.class,
    description = "Trains reference networks for RMI, and describes them.")
public final class TeacherCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing: train or show.");
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Prints what a trained network is and how well it classifies.")
  int show(
      @Parameters(paramLabel = "FILE", description = "A file that teacher train wrote.") Path file)
      throws IOException {
    TeacherFile teacher = TeacherFile.read(file);
    long numbers = teacher.tensors().all().stream().mapToLong(t -> t.values().length).sum();
    var out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "%,d numbers in %d tensors%n", numbers, teacher.tensors().all().size());
    teacher.content().metadata().forEach((key, text) -> out.printf("%-16s %s%n", key, text));
    return ExitCode.DONE.code();
  }
}
