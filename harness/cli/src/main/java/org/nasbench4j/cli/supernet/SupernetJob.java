package org.nasbench4j.cli.supernet;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.nasbench4j.cli.program.Machine;
import org.nasbench4j.neural.supernet.SupernetSettings;
import org.nasbench4j.neural.supernet.SupernetState;
import org.nasbench4j.neural.supernet.SupernetStep;
import org.nasbench4j.neural.supernet.SupernetTraining;

/**
 * A training in its folder, which goes on where it was killed.
 *
 * @param folder where
 * @param identity all that the result depends on
 * @param settings the ends of whose epochs have a checkpoint
 * @param every the steps between two checkpoints, at least 1; the first step, the last of each
 *     epoch and the last of all have one, too
 */
record SupernetJob(
    SupernetFolder folder,
    SortedMap<String, String> identity,
    SupernetSettings settings,
    int every) {

  SupernetJob {
    if (every < 1) {
      throw new IllegalArgumentException(
          "The steps between two checkpoints (%d) must be at least 1.".formatted(every));
    }
  }

  /** Makes a training, which reads images, where one is needed. */
  @FunctionalInterface
  interface Maker {
    SupernetTraining make() throws IOException;
  }

  /** Is told how far a training is. */
  interface Progress extends Consumer<SupernetStep> {

    /** It begins, or goes on after some steps. */
    void begins(long done);
  }

  /**
   * Trains to the end, unless that was done before.
   *
   * @throws IllegalArgumentException if the folder holds another training, or the loss is no number
   * @throws IOException if another process trains here, or a file cannot be read or written
   */
  SupernetResult run(Maker maker, Progress progress) throws IOException {
    Optional<SupernetResult> finished = folder.result(identity);
    if (finished.isPresent()) {
      return finished.get();
    }
    // Before the folder is there: images that do not fit leave nothing behind.
    SupernetTraining training = maker.make();
    try (StepLog log = folder.openLog()) {
      // Again, under the lock: another process may have finished meanwhile.
      Optional<SupernetResult> meanwhile = folder.result(identity);
      return meanwhile.isPresent() ? meanwhile.get() : train(training, log, progress);
    }
  }

  private SupernetResult train(SupernetTraining training, StepLog log, Progress progress)
      throws IOException {
    Optional<SupernetState> begun = folder.stored(identity);
    long done = begun.map(SupernetState::step).orElse(0L);
    log.keep(done);
    progress.begins(done);
    training.run(
        begun.orElse(null),
        (step, state) -> {
          log.append(step);
          if (isDue(step.step())) {
            log.sync();
            folder.store(identity, state.get());
          }
          progress.accept(step);
        });
    SupernetResult result =
        new SupernetResult(identity, log.last(), Machine.provenance().program());
    folder.finish(result);
    return result;
  }

  private boolean isDue(long step) {
    return step == 1
        || step % every == 0
        || step % settings.stepsPerEpoch() == 0
        || step == settings.steps();
  }
}
