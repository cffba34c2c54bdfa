package org.nasbench4j.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nasbench4j.word.Neighbours;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * An option or a command that does not exist.
 *
 * @param kind {@code option} or {@code command}
 * @param written as it was written
 * @param meant those that may have been meant, the nearest first
 */
record UnknownWord(String kind, String written, List<String> meant) {
  private static final int MOST = 3;

  /**
   * The word behind a failure. A required option seems to be missing where its name is misspelt, so
   * unknown options come before missing ones.
   */
  static Optional<UnknownWord> behind(ParameterException failure) {
    if (!(failure instanceof UnmatchedArgumentException
        || failure instanceof MissingParameterException)) {
      return Optional.empty();
    }
    CommandLine command = failure.getCommandLine();
    List<String> unmatched = command.getUnmatchedArguments();
    CommandSpec spec = command.getCommandSpec();
    if (!unmatched.isEmpty() && !isOption(unmatched.get(0)) && !spec.subcommands().isEmpty()) {
      return Optional.of(command(unmatched.get(0), spec));
    }
    return unmatched.stream()
        .filter(UnknownWord::isOption)
        .findFirst()
        .map(written -> option(written, spec));
  }

  private static boolean isOption(String written) {
    return written.startsWith("-");
  }

  private static UnknownWord command(String written, CommandSpec spec) {
    List<String> meant =
        Neighbours.near(written, spec.subcommands().keySet(), MOST).stream()
            .map(name -> spec.qualifiedName() + " " + name)
            .toList();
    return new UnknownWord("command", written, meant);
  }

  private static UnknownWord option(String written, CommandSpec spec) {
    String name = written.split("=", 2)[0];
    List<String> known =
        spec.options().stream()
            .filter(option -> !option.hidden())
            .flatMap(UnknownWord::longNames)
            .toList();
    List<String> meant =
        Neighbours.near(name.replaceFirst("^-+", ""), known, MOST).stream()
            .map(near -> "--" + near)
            .toList();
    return new UnknownWord("option", name, meant);
  }

  /** Without their hyphens, which all have. */
  private static Stream<String> longNames(OptionSpec option) {
    return Arrays.stream(option.names())
        .filter(name -> name.startsWith("--"))
        .map(name -> name.substring(2));
  }

  /** Says it in one line. */
  @Override
  public String toString() {
    return "Unknown %s: '%s'".formatted(kind, written);
  }
}
