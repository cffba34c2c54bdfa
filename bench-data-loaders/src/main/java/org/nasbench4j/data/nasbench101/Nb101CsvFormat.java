package org.nasbench4j.data.nasbench101;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.nasbench4j.data.file.CsvHead;
import org.nasbench4j.data.file.FileKind;
import org.nasbench4j.data.file.WholeFile;
import org.nasbench4j.io.Sha256;
import org.nasbench4j.table.FilePlace.AtLine;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.MeanBlock;
import org.nasbench4j.table.TableFormat;
import org.nasbench4j.table.Training;
import org.nasbench4j.table.UnsupportedTableException;

/**
 * The format {@code nb101-csv}: {@code nb101_test108_mean.csv}, plain or gzipped, which has of each
 * module the parameters and the mean test accuracy of three trainings of 108 epochs, and nothing
 * else: what a search optimises, validation accuracy, is not in it. Progress is told in rows.
 */
public final class Nb101CsvFormat implements TableFormat {
  private static final int PROGRESS_STEP = 1 << 10;

  /** Creates the format. */
  public Nb101CsvFormat() {}

  @Override
  public String name() {
    return "nb101-csv";
  }

  @Override
  public String summary() {
    return "NAS-Bench-101 as CSV: mean test accuracy after 108 epochs and parameters, nothing else.";
  }

  @Override
  public boolean recognizes(Path source) throws IOException {
    return CsvHead.of(source).containsAll(List.of("module_hash", "test_accuracy_108_mean"));
  }

  @Override
  public TableContent read(Path source, ImportProgress progress) throws IOException {
    FileKind kind = FileKind.of(source);
    if (kind != FileKind.GZIP && kind != FileKind.TEXT) {
      throw new UnsupportedTableException(
          "%s (%s)".formatted(kind, source), "nb101_test108_mean.csv, plain or gzipped");
    }
    byte[] bytes = WholeFile.read(source, WholeFile.LARGEST_CSV);
    MeanRows rows = new MeanRows(source);
    // The bytes are in memory: what fails from here on is their fault, not the disk's.
    try (CSVParser parser = CSVFormat.RFC4180.parse(reader(bytes, kind))) {
      long line = 0;
      long most = rows.modules().space().classes() + 1L;
      for (CSVRecord record : parser) {
        rows.take(++line, record);
        if (line % PROGRESS_STEP == 0) {
          progress.advanced(line, most);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new MalformedTableException(
          source,
          new AtLine(rows.lines() + 1),
          "it breaks off or is damaged after line %d".formatted(rows.lines()),
          e);
    }
    rows.finish();
    progress.advanced(rows.lines(), rows.lines());
    return content(source, Sha256.hex(bytes), rows);
  }

  private static Reader reader(byte[] bytes, FileKind kind) throws IOException {
    InputStream stream = new ByteArrayInputStream(bytes);
    return new InputStreamReader(
        kind == FileKind.GZIP ? new GZIPInputStream(stream) : stream,
        StandardCharsets.UTF_8.newDecoder());
  }

  private TableContent content(Path source, String sha256, MeanRows rows) {
    Modules modules = rows.modules();
    int[] order = modules.order();
    int[] seeds = new int[order.length];
    Arrays.fill(seeds, Budgets.REPEATS);
    MeanBlock means =
        new MeanBlock(
            Measure.atEnd(
                Training.CIFAR10_40K,
                Split.TEST,
                Budgets.SCHEDULES.get(Budgets.SCHEDULES.size() - 1)),
            Budgets.IMAGES,
            rows.correct(order),
            seeds);
    return new TableContent(
        modules.space().id(),
        name(),
        List.of(source.getFileName() + " " + sha256),
        modules.names(order),
        List.of(),
        List.of(means),
        List.of(),
        List.of(),
        modules.columns(order),
        notes(modules));
  }

  private static List<String> notes(Modules modules) {
    return List.of(
        "This table is partial: it has only the mean test accuracy of three trainings of 108"
            + " epochs. It lacks validation and train accuracies, single repeats, other schedules"
            + " and training times; a search needs validation accuracy.",
        String.format(
            Locale.ROOT,
            "The file holds %,d of %,d modules.",
            modules.count(),
            modules.space().classes()),
        "Accuracies are of 9,984 of the 10,000 test images: 39 batches of 256.",
        "params is a count, as in the file; flops, in millions of multiply-adds, was counted by"
            + " this program.");
  }
}
