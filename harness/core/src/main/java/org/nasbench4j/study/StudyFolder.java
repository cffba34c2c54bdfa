package org.nasbench4j.study;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.nasbench4j.io.AtomicFile;
import org.nasbench4j.io.LineReader;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;

/**
 * A study on disk: {@code study.json} (the header, written first), {@code journal.tsv} (while it
 * runs), and, once it is finished, {@code runs.jsonl} (one run per line, in the plan's order) and
 * {@code timings.csv} (what asking the methods took, which differs from machine to machine).
 */
public final class StudyFolder {
  private static final String HEADER = "study.json";
  private static final String JOURNAL = "journal.tsv";
  private static final String RUNS = "runs.jsonl";
  private static final String TIMINGS = "timings.csv";

  private final Path folder;

  /**
   * Names a folder; it need not exist.
   *
   * @param folder the study's folder
   */
  public StudyFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads the header.
   *
   * @return the study's description
   * @throws NoSuchFileException if the folder holds no study
   * @throws IOException if the header cannot be read
   * @throws MalformedTableException if the header is damaged
   * @throws UnsupportedTableException if it was written by a newer version
   */
  public StudyHeader header() throws IOException {
    Path file = folder.resolve(HEADER);
    if (!Files.exists(file)) {
      throw new NoSuchFileException(
          folder.toString(), null, "holds no study (there is no %s in it)".formatted(HEADER));
    }
    return Json.header(Files.readAllBytes(file), file);
  }

  /**
   * Whether all runs are there.
   *
   * @return true once the study can be reported
   */
  public boolean isFinished() {
    return Files.exists(folder.resolve(RUNS));
  }

  /**
   * Reads the runs one after the other, in the plan's order.
   *
   * @param consumer is handed each run; none is kept
   * @throws NoSuchFileException if the study is not finished
   * @throws IOException if the runs cannot be read
   * @throws MalformedTableException if a run is damaged
   */
  public void forEachRun(Consumer<RunRecord> consumer) throws IOException {
    Path file = folder.resolve(RUNS);
    if (!isFinished()) {
      throw new NoSuchFileException(
          folder.toString(), null, "holds an unfinished study; finish it with study resume");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      LineReader lines = new LineReader(channel);
      while (lines.next()) {
        consumer.accept(Json.run(lines.line(), file, lines.start()));
      }
    }
  }

  /**
   * Fails if a study cannot begin here: the folder may only hold what a kill before the header was
   * written leaves.
   *
   * @throws FileAlreadyExistsException if it holds anything else
   */
  void requireNew() throws IOException {
    if (Files.exists(folder.resolve(HEADER))) {
      throw new FileAlreadyExistsException(
          folder.toString(), null, "holds a study already; continue it with study resume");
    }
    for (Path entry : entries()) {
      boolean journal = entry.equals(folder.resolve(JOURNAL)) && Files.size(entry) == 0;
      if (!journal && !isTemporary(entry)) {
        throw new FileAlreadyExistsException(
            folder.toString(), null, "is not empty; a study needs a folder of its own");
      }
    }
  }

  private List<Path> entries() throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }

  private boolean isTemporary(Path entry) {
    return Stream.of(HEADER, TIMINGS, RUNS)
        .anyMatch(name -> AtomicFile.isTemporary(entry, folder.resolve(name)));
  }

  void writeHeader(StudyHeader header) throws IOException {
    AtomicFile.write(folder.resolve(HEADER), out -> out.write(Json.of(header)));
  }

  Journal openJournal() throws IOException {
    AtomicFile.createFolder(folder);
    return Journal.open(folder.resolve(JOURNAL));
  }

  /** Puts the runs in order; the file of the runs comes last, since it makes a study finished. */
  void finish(Iterable<RunKey> keys, Journal journal) throws IOException {
    AtomicFile.write(
        folder.resolve(TIMINGS),
        out -> {
          out.write("task,method,run,search_overhead_seconds\n".getBytes(US_ASCII));
          for (RunKey key : keys) {
            String run = key.task() + "," + key.method() + "," + key.run();
            out.write((run + "," + journal.overheadSeconds(key) + "\n").getBytes(US_ASCII));
          }
        });
    AtomicFile.write(
        folder.resolve(RUNS),
        out -> {
          for (RunKey key : keys) {
            out.write(journal.json(key));
            out.write('\n');
          }
        });
  }

  /** Deletes what a finished study does not need: the journal and what kills left. */
  void tidy() throws IOException {
    for (Path entry : entries()) {
      if (entry.equals(folder.resolve(JOURNAL)) || isTemporary(entry)) {
        Files.deleteIfExists(entry);
      }
    }
  }
}
