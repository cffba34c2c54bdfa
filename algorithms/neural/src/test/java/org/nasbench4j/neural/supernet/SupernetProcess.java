package org.nasbench4j.neural.supernet;

import java.io.IOException;
import org.nasbench4j.neural.ProcessMemory;
import org.nasbench4j.neural.SyntheticImages;
import org.nasbench4j.neural.engine.DeviceChoice;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.supernet.space.Nb201SupernetSpace;
import org.nasbench4j.neural.supernet.space.OneShotSupernetSpace;
import org.nasbench4j.neural.supernet.space.SupernetSpace;
import org.nasbench4j.proxy.EngineMissingException;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.oneshot1.OneShotLayout;

/**
 * Learns cells of NAS-Bench-201 or modules of NAS-Bench-1Shot1, as its argument says, by a small
 * supernet, and prints the memory of the process in megabytes after few and after many steps.
 */
final class SupernetProcess {
  static final int ENGINE_MISSING = 5;
  static final String CELLS = "cells";
  private static final int FEW = 1_000;
  private static final int MANY = 2_000;
  private static final int IMAGES = 100;
  private static final int BATCH = 2;

  private SupernetProcess() {}

  public static void main(String[] args) throws IOException {
    try {
      learn(
          EngineSession.open(DeviceChoice.cpu()),
          args[0].equals(CELLS)
              ? new Nb201SupernetSpace(new Nb201Space())
              : new OneShotSupernetSpace(OneShotLayout.SPACE_1));
    } catch (EngineMissingException e) {
      System.out.println(e.getMessage());
      System.exit(ENGINE_MISSING);
    }
  }

  private static void learn(EngineSession session, SupernetSpace space) throws IOException {
    new SupernetTraining(
            session, space, new SyntheticImages(IMAGES, 1, 8, 4), settings(space), () -> 0)
        .run(
            null,
            (step, state) -> {
              if (step.step() == FEW || step.step() == MANY) {
                System.gc();
                ProcessMemory.print("VmRSS");
              }
            });
  }

  private static SupernetSettings settings(SupernetSpace space) {
    SupernetSettings preset = SupernetPreset.MICRO.settings(SupernetMethod.VIM_NAS, space, 1);
    return new SupernetSettings(
        2,
        preset.depth(),
        new SupernetImages(8, IMAGES, 1),
        new SupernetSchedule(BATCH, MANY * BATCH / IMAGES, preset.schedule().levels()),
        preset.weights(),
        preset.clip(),
        preset.logits(),
        Convergence.never(),
        1);
  }
}
