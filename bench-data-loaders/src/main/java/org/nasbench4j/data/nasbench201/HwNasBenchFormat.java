package org.nasbench4j.data.nasbench201;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * The format {@code hw-nas-bench}: {@code hwnasbench_DATASET.csv}, plain or gzipped, or a folder
 * with nothing but such files: latency and energy of every cell on six devices, without accuracies.
 * The table is used beside another one. Where the files lie beside NAS-Bench-201's accuracies,
 * {@link Nb201CsvFormat} takes them up with these.
 *
 * <p>Source: Li et al., "HW-NAS-Bench: Hardware-Aware Neural Architecture Search Benchmark", ICLR
 * 2021.
 */
public final class HwNasBenchFormat implements TableFormat {
  private static final String SUPPORTED =
      "hwnasbench_cifar10.csv, hwnasbench_cifar100.csv and hwnasbench_ImageNet16-120.csv, plain or"
          + " gzipped: the content does not say which data set it is of";

  /** Creates the format. */
  public HwNasBenchFormat() {}

  @Override
  public String name() {
    return "hw-nas-bench";
  }

  @Override
  public String summary() {
    return "HW-NAS-Bench as CSV: latency and energy on six devices, without accuracies.";
  }

  @Override
  public boolean recognizes(Path source) throws IOException {
    if (!Files.isDirectory(source)) {
      return CsvHead.of(source).containsAll(List.of(CellRows.CELL, "edgegpu_latency"));
    }
    List<String> names = files(source).stream().map(HwNasBenchFormat::nameOf).toList();
    return !names.isEmpty() && names.stream().allMatch(ScoreFiles::isHardware);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  @Override
  public TableContent read(Path source, ImportProgress progress) throws IOException {
    List<Path> files = Files.isDirectory(source) ? files(source) : List.of(source);
    Nb201Space space = new Nb201Space();
    ScoreFiles scores = new ScoreFiles(space);
    List<String> sources = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      requireNamed(files.get(i));
      long before = (long) i * CellRows.CELLS;
      long total = (long) files.size() * CellRows.CELLS;
      CsvTable table = CsvTable.read(files.get(i), rows -> progress.advanced(before + rows, total));
      scores.add(table);
      sources.add(table.source());
      progress.advanced(before + CellRows.CELLS, total);
    }
    if (scores.columns().isEmpty()) {
      throw new UnsupportedTableException(
          "%s, which gives no column%s".formatted(source, because(scores)), SUPPORTED);
    }
    return content(space, sources, scores);
  }

  private static String because(ScoreFiles scores) {
    return scores.notes().isEmpty() ? "" : " (%s)".formatted(String.join(" ", scores.notes()));
  }

  private static void requireNamed(Path file) {
    if (!ScoreFiles.isHardware(nameOf(file))) {
      throw new UnsupportedTableException("the file %s".formatted(file), SUPPORTED);
    }
  }

  private TableContent content(Nb201Space space, List<String> sources, ScoreFiles scores) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "The table has no accuracies; nasbench correlate --x-from puts its columns beside another"
            + " table's.");
    notes.addAll(scores.notes());
    return new TableContent(
        space.id(),
        name(),
        sources,
        new RowNames.Indexed(IntStream.range(0, CellRows.CELLS).toArray()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        scores.columns(),
        notes);
  }
}
