package org.nasbench4j.cli.option;

import picocli.CommandLine.Option;

/** How many networks run at the same time. */
public final class WorkerOptions {

  @Option(
      names = "--workers",
      paramLabel = "N",
      converter = AtLeastOne.class,
      description = "Networks at the same time, at most. Default: one for each processor core.")
  private int workers = Runtime.getRuntime().availableProcessors();

  /**
   * How many at most.
   *
   * @return as it was asked for
   */
  public int count() {
    return workers;
  }
}
