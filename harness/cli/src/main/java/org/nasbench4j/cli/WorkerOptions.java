package org.nasbench4j.cli;

import picocli.CommandLine.Option;

/** How many networks run at the same time. */
final class WorkerOptions {

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Networks at the same time, at most. Default: one for each processor core.")
  private int workers = Runtime.getRuntime().availableProcessors();

  int count() {
    return workers;
  }
}
