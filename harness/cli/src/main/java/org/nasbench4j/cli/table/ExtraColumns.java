package org.nasbench4j.cli.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nasbench4j.cli.option.Tables;
import org.nasbench4j.objective.ColumnObjective;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.Table;
import org.nasbench4j.training.EpochChoice;
import org.nasbench4j.training.TrainedContent;
import picocli.CommandLine.Option;

/** What a trained table holds beside accuracies and counts. */
final class ExtraColumns {

  @Option(
      names = "--losses",
      paramLabel = "EPOCHS",
      description =
          "The epochs whose losses the table keeps: each, last or never; FILE.journal has all."
              + " Default: each.")
  private EpochChoice losses = EpochChoice.EACH;

  @Option(
      names = "--scores",
      paramLabel = "FILE",
      description =
          "A file of nasbench score whose scores, with their seconds, become columns of the table;"
              + " may be given several times.")
  private List<Path> files = new ArrayList<>();

  /**
   * All of it.
   *
   * @param counts the columns that every table has
   * @param command the command that makes the table
   * @throws IllegalArgumentException if a file has no scores of NAS-Bench-201, or a column is there
   *     already
   */
  TrainedContent.Extras beside(SortedMap<String, double[]> counts, String command)
      throws IOException {
    SortedMap<String, double[]> columns = new TreeMap<>(counts);
    List<String> notes = new ArrayList<>();
    for (Path file : files) {
      Table scores = Tables.store().open(file);
      requireScores(file, scores);
      List<String> names = scored(scores);
      for (String name : names) {
        if (columns.put(name, byIndex(scores, name)) != null) {
          throw new IllegalArgumentException(
              "The table has a column (%s) already. Leave (%s) out.".formatted(name, file));
        }
      }
      scores.info().sources().forEach(by -> notes.add("%s: %s".formatted(names.get(0), by)));
      notes.addAll(scores.info().notes());
    }
    return new TrainedContent.Extras(command, losses, columns, notes);
  }

  private static void requireScores(Path file, Table scores) {
    if (!(scores.space() instanceof Nb201Space) || scored(scores).isEmpty()) {
      throw new IllegalArgumentException(
          "The file (%s) has no scores of nb201. Make one with nasbench score.".formatted(file));
    }
  }

  // What a score says of itself in detail stays in its file.
  private static List<String> scored(Table scores) {
    List<String> names = scores.columns();
    return names.stream()
        .filter(
            name ->
                name.endsWith(ColumnObjective.SECONDS)
                    || names.contains(name + ColumnObjective.SECONDS))
        .toList();
  }

  private static double[] byIndex(Table scores, String name) {
    Column column = scores.column(name);
    double[] values = new double[Math.toIntExact(scores.space().size())];
    Arrays.fill(values, Double.NaN);
    Nb201Space cells = (Nb201Space) scores.space();
    for (int row = 0; row < scores.rows(); row++) {
      if (column.has(row)) {
        values[cells.index(scores.architecture(row))] = column.value(row);
      }
    }
    return values;
  }
}
