package org.nasbench4j.data.suitezero;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nasbench4j.space.nb101.ModuleHasher;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.space.nb101.Nb101Space;
import org.nasbench4j.table.DatasetId;
import org.nasbench4j.table.Hash128;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableContent.MeanBlock;
import org.nasbench4j.table.Training;

/**
 * Modules of NAS-Bench-101. A tuple has the adjacency matrix row by row and then the operations by
 * NASLib's number. Modules that are written in several ways are one.
 */
final class SuiteModules implements SuiteSpace {
  private static final List<String> OPERATIONS =
      List.of("input", "output", "maxpool3x3", "conv1x1-bn-relu", "conv3x3-bn-relu");

  /** 39 batches of 256 images, as in the benchmark. */
  private static final int IMAGES = 9_984;

  private final Nb101Space space = new Nb101Space();
  private final ModuleHasher hasher = new ModuleHasher();
  private final SortedMap<Hash128, Integer> numbers = new TreeMap<>();
  private final List<Nb101Module> modules = new ArrayList<>();

  // The module that a tuple means.
  static Nb101Module module(List<Integer> tuple) {
    int vertices = (int) Math.sqrt(tuple.size());
    if (vertices < 2 || vertices * (vertices + 1) != tuple.size()) {
      throw new IllegalArgumentException(
          "the architecture has %d numbers, which are no matrix with operations"
              .formatted(tuple.size()));
    }
    int[][] matrix = new int[vertices][vertices];
    for (int i = 0; i < vertices * vertices; i++) {
      matrix[i / vertices][i % vertices] = tuple.get(i);
    }
    List<String> operations =
        tuple.subList(vertices * vertices, tuple.size()).stream()
            .map(SuiteModules::operation)
            .toList();
    return Nb101Module.of(matrix, operations);
  }

  private static String operation(int number) {
    if (number >= OPERATIONS.size()) {
      throw new IllegalArgumentException("there is no operation %d".formatted(number));
    }
    return OPERATIONS.get(number);
  }

  @Override
  public String id() {
    return space.id();
  }

  @Override
  public long size() {
    return space.classes();
  }

  @Override
  public int number(List<Integer> tuple) {
    Nb101Module module = module(tuple);
    int fresh = modules.size();
    int number = numbers.computeIfAbsent(Hash128.parse(hasher.hash(module)), hash -> fresh);
    if (number == fresh) {
      modules.add(module);
    }
    return number;
  }

  @Override
  public int count() {
    return modules.size();
  }

  @Override
  public int images(DatasetId dataset) {
    if (dataset != DatasetId.CIFAR10) {
      throw new IllegalArgumentException("nb101 has no " + dataset);
    }
    return IMAGES;
  }

  @Override
  public int[] order() {
    return numbers.values().stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public RowNames names(int[] order) {
    long[] codes =
        Arrays.stream(order).mapToLong(number -> space.code(modules.get(number))).toArray();
    return new RowNames.Keyed(codes, numbers.keySet().toArray(Hash128[]::new));
  }

  @Override
  public void add(
      DatasetId dataset, int[] correct, List<AccuracyBlock> accuracies, List<MeanBlock> means) {
    int[] seeds =
        Arrays.stream(correct).map(count -> count == TableContent.ABSENT ? 0 : 1).toArray();
    Measure measure = Measure.atEnd(Training.CIFAR10_40K, Split.VALID, new Schedule(108));
    means.add(new MeanBlock(measure, IMAGES, correct, seeds));
  }

  @Override
  public String aboutAccuracies() {
    return "val_accuracy is the validation accuracy of one of the three trainings of 108 epochs,"
        + " drawn when the source was made: it is stored as a mean of one, since the source does not"
        + " say which.";
  }
}
