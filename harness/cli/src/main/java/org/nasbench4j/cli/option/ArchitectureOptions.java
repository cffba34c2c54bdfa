package org.nasbench4j.cli.option;

import picocli.CommandLine.Option;

/** Which architectures networks are built of. */
public final class ArchitectureOptions {

  @Option(
      names = "--space",
      paramLabel = "SPACE",
      description = "The search space: nb201. Default: ${DEFAULT-VALUE}.")
  private String space = "nb201";

  @Option(
      names = "--archs",
      paramLabel = "ARCHS",
      description =
          "Which architectures: all, random:N:SEED, or a file with one per line. Default:"
              + " ${DEFAULT-VALUE}.")
  private String archs = "random:100:1";

  /**
   * The architectures as they were asked for, to be read by {@link ArchitectureChoice}.
   *
   * @param done what cannot be done with other spaces, for the message: {@code scored}
   * @return {@code all}, {@code random:N:SEED} or a file
   * @throws IllegalArgumentException if another space was asked for
   */
  public String ofNb201(String done) {
    if (!space.equals("nb201")) {
      throw new IllegalArgumentException(
          "The space (%s) cannot be %s yet. Use nb201.".formatted(space, done));
    }
    return archs;
  }
}
