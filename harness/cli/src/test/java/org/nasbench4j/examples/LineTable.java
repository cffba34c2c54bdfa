package org.nasbench4j.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.nasbench4j.table.FilePlace.AtLine;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableContent.Axes;
import org.nasbench4j.table.TableFormat;
import org.nasbench4j.table.Training;

/** One line per NAS-Bench-201 cell in index order: correct answers out of 10,000 test images. */
public final class LineTable implements TableFormat {
  private static final int IMAGES = 10_000;
  private static final Axes AXES =
      new Axes(Training.CIFAR10_ALL, Split.TEST, new Schedule(200), List.of(199), List.of(777));

  @Override
  public String name() {
    return "line-table";
  }

  @Override
  public String summary() {
    return "One number of correct answers per line.";
  }

  @Override
  public TableContent read(Path source, ImportProgress progress) throws IOException {
    List<String> lines = Files.readAllLines(source);
    int[] index = new int[lines.size()];
    int[] correct = new int[lines.size()];
    for (int row = 0; row < index.length; row++) {
      index[row] = row;
      correct[row] = count(source, row + 1, lines.get(row));
      progress.advanced(row + 1, index.length);
    }
    return new TableContent(
        "nb201",
        name(),
        List.of(String.valueOf(source.getFileName())),
        new RowNames.Indexed(index),
        List.of(new AccuracyBlock(AXES, IMAGES, Origin.MEASURED, correct)),
        List.of(),
        List.of(),
        List.of(),
        new TreeMap<>(),
        List.of());
  }

  private static int count(Path source, int line, String text) {
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > IMAGES) {
      throw new MalformedTableException(
          source,
          new AtLine(line),
          "a number of correct answers was expected, not (%s)".formatted(text));
    }
    return Integer.parseInt(text);
  }
}
