package org.nasbench4j.data.suitezero;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.nb201.Operation;
import org.nasbench4j.table.DatasetId;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableContent.Axes;
import org.nasbench4j.table.TableContent.MeanBlock;
import org.nasbench4j.table.Training;

/**
 * Cells of NAS-Bench-201. A tuple has the operation of each edge by NASLib's number, edges by their
 * source first: 1-2, 1-3, 1-4, 2-3, 2-4, 3-4.
 */
final class SuiteCells implements SuiteSpace {
  /** The edges in the order of tuples. */
  private static final int[] EDGES = edges();

  /** NASLib's operations, by number. */
  private static final List<Operation> OPERATIONS =
      List.of(
          Operation.SKIP_CONNECT,
          Operation.NONE,
          Operation.NOR_CONV_3X3,
          Operation.NOR_CONV_1X1,
          Operation.AVG_POOL_3X3);

  private static final int SEED = 888;
  private static final Schedule SCHEDULE = new Schedule(200);

  private final Nb201Space space = new Nb201Space();
  private final SortedMap<Integer, Integer> numbers = new TreeMap<>();

  private static int[] edges() {
    int[] edges = new int[Nb201Cell.EDGES];
    int next = 0;
    for (int source = 0; source < Nb201Cell.NODES; source++) {
      for (int node = source + 1; node < Nb201Cell.NODES; node++) {
        edges[next++] = Nb201Cell.edge(node, source);
      }
    }
    return edges;
  }

  // The cell that a tuple means.
  static Nb201Cell cell(List<Integer> tuple) {
    if (tuple.size() != EDGES.length
        || !tuple.stream().allMatch(number -> number < OPERATIONS.size())) {
      throw new IllegalArgumentException(
          "the architecture %s is not six numbers from 0 to 4".formatted(tuple));
    }
    Nb201Cell cell = Nb201Cell.ofCode(0);
    for (int i = 0; i < EDGES.length; i++) {
      cell = cell.with(EDGES[i], OPERATIONS.get(tuple.get(i)));
    }
    return cell;
  }

  @Override
  public String id() {
    return space.id();
  }

  @Override
  public long size() {
    return space.size();
  }

  @Override
  public int number(List<Integer> tuple) {
    return numbers.computeIfAbsent(space.index(cell(tuple)), index -> numbers.size());
  }

  @Override
  public int count() {
    return numbers.size();
  }

  @Override
  public int images(DatasetId dataset) {
    return switch (dataset) {
      case CIFAR10 -> 10_000;
      case CIFAR100 -> 5_000;
      case IMAGENET16_120 -> 3_000;
      default -> throw new IllegalArgumentException("nb201 has no " + dataset);
    };
  }

  @Override
  public int[] order() {
    return numbers.values().stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public RowNames names(int[] order) {
    return new RowNames.Indexed(numbers.keySet().stream().mapToInt(Integer::intValue).toArray());
  }

  @Override
  public void add(
      DatasetId dataset, int[] correct, List<AccuracyBlock> accuracies, List<MeanBlock> means) {
    Training training =
        switch (dataset) {
          case CIFAR10 -> Training.CIFAR10_HALF;
          case CIFAR100 -> Training.CIFAR100;
          default -> Training.IMAGENET16_120;
        };
    Axes axes =
        new Axes(training, Split.TEST, SCHEDULE, List.of(SCHEDULE.epochs() - 1), List.of(SEED));
    accuracies.add(new AccuracyBlock(axes, images(dataset), Origin.MEASURED, correct));
  }

  @Override
  public String aboutAccuracies() {
    return "What the source calls val_accuracy is no validation accuracy: it is the test accuracy of"
        + " seed 888 after 200 epochs, of cifar10 that of the training on half of the images, and is"
        + " stored as such. No search may look at it.";
  }
}
