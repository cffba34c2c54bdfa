package org.nasbench4j.data.nasbench201;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nasbench4j.data.file.CsvHead;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableFormat;
import org.nasbench4j.table.UnsupportedTableException;

/**
 * NAS-Bench-201 as CSV: one row for each cell in the official order, with the final accuracies of
 * every seed after 200 epochs, those after 12 epochs, training times and sizes.
 *
 * <p>The source is the file itself, plain or gzipped, or a folder that holds it as {@value #FILE}
 * (or without {@code .gz}); files {@code zc_*} and {@code hwnasbench_*} of the folder become
 * columns. Every value is checked; {@code docs/data-formats.md} lists the rules and quirks.
 */
public final class Nb201CsvFormat implements TableFormat {

  /** The name of the file of accuracies in a folder. */
  public static final String FILE = "nb201_accuracies.csv.gz";

  private static final String PLAIN_FILE = "nb201_accuracies.csv";
  private static final String OLD_PREFIX = "nb201api_";

  /** Creates the format. */
  public Nb201CsvFormat() {}

  @Override
  public String name() {
    return "nb201-csv";
  }

  @Override
  public String summary() {
    return "NAS-Bench-201 as CSV: final accuracies of every seed, times, sizes and proxy scores.";
  }

  @Override
  public boolean recognizes(Path source) throws IOException {
    if (Files.isDirectory(source)) {
      return Stream.of(FILE, PLAIN_FILE).map(source::resolve).anyMatch(Files::isRegularFile);
    }
    return CsvHead.of(source).containsAll(List.of("arch_str", "ops", "c10_test_200_mean"));
  }

  @Override
  public TableContent read(Path source, ImportProgress progress) throws IOException {
    List<Path> files = files(source);
    Nb201Space space = new Nb201Space();
    List<String> sources = new ArrayList<>();
    CsvTable table = read(files, 0, progress);
    sources.add(table.source());
    AccuracyFile accuracies = new AccuracyFile(table, space);
    ScoreFiles scores = new ScoreFiles(space);
    for (int i = 1; i < files.size(); i++) {
      CsvTable more = read(files, i, progress);
      sources.add(more.source());
      scores.add(more);
    }
    SortedMap<String, double[]> columns = scores.columns();
    columns.putAll(accuracies.columns());
    return new TableContent(
        space.id(),
        name(),
        sources,
        new RowNames.Indexed(IntStream.range(0, CellRows.CELLS).toArray()),
        accuracies.accuracies(),
        accuracies.means(),
        List.of(),
        accuracies.seconds(),
        columns,
        notes(table, accuracies, scores));
  }

  private static CsvTable read(List<Path> files, int number, ImportProgress progress)
      throws IOException {
    long before = (long) number * CellRows.CELLS;
    long total = (long) files.size() * CellRows.CELLS;
    CsvTable table =
        CsvTable.read(files.get(number), rows -> progress.advanced(before + rows, total));
    progress.advanced(before + CellRows.CELLS, total);
    return table;
  }

  // The file of accuracies first.
  private static List<Path> files(Path source) throws IOException {
    if (!Files.isDirectory(source)) {
      return List.of(source);
    }
    List<Path> files = new ArrayList<>();
    Stream.of(FILE, PLAIN_FILE)
        .map(source::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .ifPresent(files::add);
    if (files.isEmpty()) {
      throw new UnsupportedTableException(
          "the folder %s without %s".formatted(source, FILE),
          "that file, or a folder that holds it");
    }
    try (Stream<Path> others = Files.list(source)) {
      others
          .filter(file -> ScoreFiles.isOne(String.valueOf(file.getFileName())))
          .sorted()
          .forEach(files::add);
    }
    return files;
  }

  private static List<String> notes(CsvTable table, AccuracyFile accuracies, ScoreFiles scores) {
    List<String> notes = new ArrayList<>(accuracies.notes());
    if (table.names().stream().anyMatch(name -> name.startsWith(OLD_PREFIX))) {
      notes.add(
          "The columns %s* were left out: they are of an older file of the benchmark with fewer"
                  .formatted(OLD_PREFIX)
              + " seeds.");
    }
    notes.addAll(scores.notes());
    return notes;
  }
}
