package org.nasbench4j.neural;

import static org.junit.jupiter.api.Assumptions.abort;

import org.nasbench4j.neural.engine.DeviceChoice;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.proxy.EngineMissingException;

/** The engine on the processor; skips the calling test, with the reason, where it is not there. */
public final class TestEngine {

  private TestEngine() {}

  public static EngineSession session() {
    try {
      return EngineSession.open(DeviceChoice.cpu());
    } catch (EngineMissingException e) {
      return abort(e.getMessage());
    }
  }
}
