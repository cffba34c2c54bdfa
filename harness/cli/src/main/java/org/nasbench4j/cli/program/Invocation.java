package org.nasbench4j.cli.program;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command line of a command, as the files that it writes remember it. */
public final class Invocation {

  // Where files lie and how many workers there are says nothing of the numbers.
  private static final Set<String> LEFT_OUT =
      Set.of("--out", "--images", "--workers", "--stack-trace");

  private Invocation() {}

  /**
   * The command and its options as they were given, without those that change no number.
   *
   * @param spec of a command that was parsed
   * @return for example {@code nasbench table train --preset=micro --seeds=4}
   */
  public static String of(CommandSpec spec) {
    return Stream.concat(
            Stream.of(spec.qualifiedName(" ")),
            spec.commandLine().getParseResult().matchedOptionsSet().stream()
                .filter(option -> !LEFT_OUT.contains(option.longestName()))
                .flatMap(Invocation::texts))
        .collect(Collectors.joining(" "));
  }

  private static Stream<String> texts(OptionSpec option) {
    return option.stringValues().stream()
        .map(value -> option.longestName() + "=" + (value.contains(" ") ? quoted(value) : value));
  }

  private static String quoted(String value) {
    return "'" + value.replace("'", "'\\''") + "'";
  }
}
