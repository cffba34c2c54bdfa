package org.nasbench4j.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.nasbench4j.work.Workers;

/**
 * Executes the runs of a study on several threads and records them in a folder. A killed study goes
 * on where it stopped; a finished one has the same bytes whatever the number of threads.
 */
public final class StudyRunner {
  private final Workers workers;
  private final LongSupplier nanoClock;
  private final StudyProgress progress;

  /**
   * Creates a runner.
   *
   * @param threads the number of threads, at least 1
   * @param nanoClock a monotonic clock in nanoseconds, which times the methods themselves
   * @param progress is told of every recorded run
   * @throws IllegalArgumentException if there is no thread
   */
  public StudyRunner(int threads, LongSupplier nanoClock, StudyProgress progress) {
    this.workers = new Workers(threads);
    this.nanoClock = nanoClock;
    this.progress = progress;
  }

  /**
   * Starts a study in a new folder.
   *
   * @param study what to run
   * @param provenance versions and machine, for the record
   * @param folder where the results go: it must not exist or be empty
   * @throws FileAlreadyExistsException if there is something in the folder
   * @throws IOException if it cannot be written
   */
  public void run(Study study, StudyHeader.Provenance provenance, Path folder) throws IOException {
    StudyFolder files = new StudyFolder(folder);
    files.requireNew();
    StudyHeader header = study.header(provenance);
    try (Journal journal = files.openJournal()) {
      // Again, under the lock: another process may have begun or even finished meanwhile.
      files.requireNew();
      files.writeHeader(header);
      complete(study, files, journal);
    }
    files.tidy();
  }

  /**
   * Goes on with a study that was interrupted; does nothing if it is finished.
   *
   * @param study the same plan over the same table
   * @param folder the study's folder
   * @throws IllegalArgumentException if plan or table differ from those that the study began with
   * @throws IOException if the folder holds no study or cannot be written
   */
  public void resume(Study study, Path folder) throws IOException {
    StudyFolder files = new StudyFolder(folder);
    study.requireSame(files.header());
    if (!files.isFinished()) {
      complete(study, files);
    }
    files.tidy();
  }

  private void complete(Study study, StudyFolder files) throws IOException {
    try (Journal journal = files.openJournal()) {
      // Again, under the lock: another process may have finished meanwhile.
      if (!files.isFinished()) {
        complete(study, files, journal);
      }
    }
  }

  private void complete(Study study, StudyFolder files, Journal journal) throws IOException {
    List<RunKey> keys = study.keys();
    Set<RunKey> done = journal.keys();
    List<RunKey> open = keys.stream().filter(key -> !done.contains(key)).toList();
    Recorder recorder = new Recorder(journal, keys.size() - open.size(), keys.size());
    workers.run(open, key -> recorder.record(study.run(key, nanoClock)));
    files.finish(keys, journal);
  }

  /** Appends runs to the journal and tells the progress, one at a time. */
  private final class Recorder {
    private final Journal journal;
    private final long total;
    private long done;

    Recorder(Journal journal, long done, long total) {
      this.journal = journal;
      this.done = done;
      this.total = total;
    }

    synchronized void record(RunExecutor.Outcome outcome) {
      try {
        journal.append(outcome);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      done++;
      progress.recorded(done, total);
    }
  }
}
