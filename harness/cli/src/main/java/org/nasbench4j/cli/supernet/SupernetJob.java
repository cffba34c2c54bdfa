package org.nasbench4j.cli.supernet;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.cli.image.ImageDigest;
import org.nasbench4j.cli.program.Machine;
import org.nasbench4j.neural.supernet.SupernetListener;
import org.nasbench4j.neural.supernet.SupernetSettings;
import org.nasbench4j.neural.supernet.SupernetState;
import org.nasbench4j.neural.supernet.SupernetStep;
import org.nasbench4j.neural.supernet.SupernetTraining;

/**
 * A training in its folder, which goes on where it was killed.
 *
 * @param folder where
 * @param identity all that the result depends on but the pixels and labels of its images, which are
 *     known once they are read
 * @param settings the ends of whose epochs have a checkpoint
 * @param every the steps between two checkpoints, at least 1; the first step, the last of each
 *     epoch and the last of all have one, too. All but the last are stored when the step after them
 *     is done: only its loss shows whether they are good
 */
record SupernetJob(
    SupernetFolder folder,
    SortedMap<String, String> identity,
    SupernetSettings settings,
    int every) {

  private static final String PIXELS = "pixels";

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
   * Trains to the end, unless that was done before; then no image is needed.
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
    SortedMap<String, String> whole = new TreeMap<>(identity);
    whole.put(PIXELS, ImageDigest.of(training.images()));
    try (StepLog log = folder.openLog()) {
      // Again, under the lock: another process may have finished meanwhile.
      Optional<SupernetResult> meanwhile = folder.result(whole);
      return meanwhile.isPresent() ? meanwhile.get() : train(whole, training, log, progress);
    }
  }

  private SupernetResult train(
      SortedMap<String, String> whole, SupernetTraining training, StepLog log, Progress progress)
      throws IOException {
    Optional<SupernetCheckpoint> begun = folder.stored(whole);
    long done = begun.map(stored -> stored.state().step()).orElse(0L);
    log.keep(done, begun.map(SupernetCheckpoint::logSha256).orElseGet(log::sha256));
    progress.begins(done);
    Keeper keeper = new Keeper(whole, log, progress);
    SupernetState end = training.run(begun.map(SupernetCheckpoint::state).orElse(null), keeper);
    keeper.store(end);
    SupernetResult result =
        new SupernetResult(whole, log.last(), log.sha256(), Machine.provenance().program());
    folder.finish(result);
    return result;
  }

  private boolean isDue(long step) {
    return step == 1 || step % every == 0 || step % settings.stepsPerEpoch() == 0;
  }

  /** Writes the log, and a state that is due once the step after it has shown that it is good. */
  private final class Keeper implements SupernetListener {
    private final SortedMap<String, String> whole;
    private final StepLog log;
    private final Progress progress;
    private @Nullable SupernetCheckpoint pending;

    Keeper(SortedMap<String, String> whole, StepLog log, Progress progress) {
      this.whole = whole;
      this.log = log;
      this.progress = progress;
    }

    @Override
    public void stepDone(SupernetStep step, Supplier<SupernetState> state) throws IOException {
      if (pending != null) {
        store(pending);
      }
      log.append(step);
      pending = isDue(step.step()) ? checkpoint(state.get()) : null;
      progress.accept(step);
    }

    private SupernetCheckpoint checkpoint(SupernetState state) {
      return new SupernetCheckpoint(whole, state, log.sha256());
    }

    void store(SupernetState end) throws IOException {
      store(checkpoint(end));
    }

    private void store(SupernetCheckpoint due) throws IOException {
      log.sync();
      folder.store(due);
    }
  }
}
