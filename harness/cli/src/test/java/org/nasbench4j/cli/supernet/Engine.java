package org.nasbench4j.cli.supernet;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.nasbench4j.neural.engine.DeviceChoice;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.proxy.EngineMissingException;

/** Skips what needs an engine where there is none. */
final class Engine {
  private Engine() {}

  static void require() {
    try {
      EngineSession.open(DeviceChoice.cpu());
    } catch (EngineMissingException e) {
      assumeTrue(false, e.getMessage());
    }
  }
}
