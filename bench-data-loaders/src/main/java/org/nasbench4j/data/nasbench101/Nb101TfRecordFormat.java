package org.nasbench4j.data.nasbench101;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.nasbench4j.data.file.FileKind;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableFormat;

/**
 * The format {@code nb101-tfrecord}: {@code nasbench_full.tfrecord} or {@code
 * nasbench_only108.tfrecord} as published, or any part of their records.
 *
 * <p>Everything that the records hold is read and checked, but for the evaluation before the first
 * step. The file is streamed; what is kept are 240 bytes and the name of each module. Progress is
 * told in bytes.
 *
 * <p>Source: Ying et al., "NAS-Bench-101: Towards Reproducible Neural Architecture Search", ICML
 * 2019, and its published code.
 */
public final class Nb101TfRecordFormat implements TableFormat {
  private static final int PROGRESS_STEP = 1 << 12;

  /** How far the epoch that an evaluation says may be from where it should be. */
  private static final double EPOCH_TOLERANCE = 0.5;

  /** Creates the format. */
  public Nb101TfRecordFormat() {}

  @Override
  public String name() {
    return "nb101-tfrecord";
  }

  @Override
  public String summary() {
    return "NAS-Bench-101 as published: nasbench_full.tfrecord or nasbench_only108.tfrecord.";
  }

  @Override
  public boolean recognizes(Path source) throws IOException {
    return FileKind.of(source) == FileKind.TFRECORD;
  }

  @Override
  public TableContent read(Path source, ImportProgress progress) throws IOException {
    Modules modules = new Modules(source);
    Repeats repeats = new Repeats();
    try (TfRecordReader records = TfRecordReader.open(source)) {
      long count = read(records, modules, repeats, progress);
      if (count == 0) {
        throw records.malformed("it has no records");
      }
      modules.finish();
      return content(PublishedFile.of(source, records.sha256()), modules, repeats);
    }
  }

  private static long read(
      TfRecordReader records, Modules modules, Repeats repeats, ImportProgress progress)
      throws IOException {
    RecordParser parser = new RecordParser();
    long count = 0;
    while (records.next()) {
      try {
        take(records, parser, modules, repeats);
      } catch (IllegalArgumentException e) {
        throw records.malformed(String.valueOf(e.getMessage()));
      }
      if (++count % PROGRESS_STEP == 0) {
        progress.readBytes(records.position(), records.size());
      }
    }
    progress.readBytes(records.size(), records.size());
    return count;
  }

  private static void take(
      TfRecordReader records, RecordParser parser, Modules modules, Repeats repeats) {
    parser.read(records.buffer(), records.offset(), records.length());
    int schedule = schedule(parser);
    Nb101Module module = parser.module();
    int number =
        modules.number(
            module, parser.hash(), parser.metrics().parameters(), new AtByte(records.position()));
    repeats.add(number, schedule, parser.metrics().points());
  }

  private static int schedule(RecordParser parser) {
    int epochs = parser.epochs();
    int schedule = Budgets.indexOf(epochs);
    if (schedule < 0) {
      throw new IllegalArgumentException(
          "it is of %d epochs; the benchmark has 4, 12, 36 and 108".formatted(epochs));
    }
    requireEpoch(parser.metrics().evaluation(1), epochs / 2.0);
    requireEpoch(parser.metrics().evaluation(2), epochs);
    return schedule;
  }

  private static void requireEpoch(ModelMetrics.Evaluation evaluation, double expected) {
    if (!(Math.abs(evaluation.epoch() - expected) <= EPOCH_TOLERANCE)) {
      throw new IllegalArgumentException(
          "its evaluation after epoch %s should be after epoch %s"
              .formatted(evaluation.epoch(), expected));
    }
  }

  private TableContent content(PublishedFile file, Modules modules, Repeats repeats) {
    int[] order = modules.order();
    return new TableContent(
        modules.space().id(),
        name(),
        List.of(file.source()),
        modules.names(order),
        repeats.accuracies(order),
        List.of(),
        repeats.seconds(order),
        List.of(),
        modules.columns(order),
        RepeatNotes.of(file.note(), modules, repeats));
  }
}
