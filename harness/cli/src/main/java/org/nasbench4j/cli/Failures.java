package org.nasbench4j.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nasbench4j.cli.program.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Says in one line what went wrong, and chooses the exit code. */
final class Failures
    implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult parseResult) {
    ExitCode code = ExitCode.of(failure);
    PrintWriter err = command.getErr();
    err.println("nasbench: " + line(failure, code));
    if (Main.wantsStackTrace(parseResult)) {
      failure.printStackTrace(err);
    }
    err.flush();
    return code.code();
  }

  @Override
  public int handleParseException(CommandLine.ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    Optional<UnknownWord> unknown = UnknownWord.behind(failure);
    String message =
        unknown.map(UnknownWord::toString).orElseGet(() -> String.valueOf(failure.getMessage()));
    List<String> meant = unknown.map(UnknownWord::meant).orElse(List.of());
    PrintWriter err = command.getErr();
    err.println("nasbench: " + oneLine(message));
    err.println(
        meant.isEmpty()
            ? "Try '%s --help'.".formatted(command.getCommandSpec().qualifiedName())
            : "Did you mean %s?".formatted(String.join(" or ", meant)));
    return ExitCode.USAGE.code();
  }

  static int outOfMemory(CommandLine command, OutOfMemoryError failure) {
    PrintWriter err = command.getErr();
    err.println(
        String.format(
            Locale.ROOT,
            "nasbench: out of memory (%s) with a heap of %,d MB. Allow more by the environment"
                + " variable NASBENCH4J_JAVA_OPTS, as in NASBENCH4J_JAVA_OPTS=-Xmx8g.",
            failure.getMessage(),
            Runtime.getRuntime().maxMemory() >> 20));
    err.flush();
    return ExitCode.of(failure).code();
  }

  private static String line(Exception failure, ExitCode code) {
    if (failure instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
      return line(unchecked.getCause(), code);
    }
    if (failure instanceof FileSystemException file) {
      return oneLine(file.getFile() + ": " + reason(file));
    }
    String message = failure.getMessage();
    String text = message == null ? failure.getClass().getSimpleName() : message;
    return code == ExitCode.CHECK_FAILED
        ? oneLine("internal error: %s (see --stack-trace)".formatted(text))
        : oneLine(text);
  }

  private static String reason(FileSystemException failure) {
    if (failure.getReason() != null) {
      return failure.getReason();
    }
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "access denied";
    }
    return failure instanceof FileAlreadyExistsException
        ? "exists already"
        : failure.getClass().getSimpleName();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ");
  }
}
