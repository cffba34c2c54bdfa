package org.nasbench4j.cli.option;

import org.nasbench4j.neural.engine.DeviceChoice;
import picocli.CommandLine.Option;

/** Where networks run. */
public final class EngineOptions {

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description =
          "Where networks run: cpu, gpu, gpu:N, or best, a GPU if there is one. Default:"
              + " ${DEFAULT-VALUE}.")
  private String device = "best";

  /**
   * The device as it was asked for; whether it is there is seen when the engine is opened.
   *
   * @return the choice
   * @throws IllegalArgumentException if the text is none of these
   */
  public DeviceChoice device() {
    return DeviceChoice.parse(device);
  }
}
