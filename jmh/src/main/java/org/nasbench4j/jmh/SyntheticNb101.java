package org.nasbench4j.jmh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.nasbench4j.random.DerivedRandom;
import org.nasbench4j.space.nb101.ModuleHasher;
import org.nasbench4j.space.nb101.Nb101Enumeration;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.space.nb101.Nb101Space;
import org.nasbench4j.table.Hash128;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableContent.Axes;
import org.nasbench4j.table.TableContent.Series;
import org.nasbench4j.table.TableContent.SeriesBlock;
import org.nasbench4j.table.Training;

/** All modules of NAS-Bench-101 with numbers drawn at random, of the shape of the full file. */
final class SyntheticNb101 {
  static final int IMAGES = 9_984;

  private static final List<Integer> SEEDS = List.of(0, 1, 2);
  private static final List<Integer> SCHEDULES = List.of(4, 12, 36, 108);

  private SyntheticNb101() {}

  /** A module under its name. */
  private record Named(Hash128 hash, long code) {}

  /**
   * Makes the content, in some ten seconds.
   *
   * @param vertices the most vertices of a module: 7 for the whole benchmark
   */
  static TableContent content(int vertices) {
    RandomGenerator random = DerivedRandom.of(1, "nb101");
    RowNames.Keyed names = names(vertices);
    List<AccuracyBlock> accuracies = new ArrayList<>();
    List<SeriesBlock> seconds = new ArrayList<>();
    for (int epochs : SCHEDULES) {
      for (Split split : List.of(Split.TRAIN, Split.VALID, Split.TEST)) {
        Axes axes = axes(epochs, split);
        int[] correct = random.ints(axes.length(names.count()), 998, IMAGES).toArray();
        accuracies.add(new AccuracyBlock(axes, IMAGES, Origin.MEASURED, correct));
      }
      Axes axes = axes(epochs, Split.TRAIN);
      float[] values = new float[axes.length(names.count())];
      for (int i = 0; i < values.length; i++) {
        values[i] = epochs * random.nextFloat(5, 30);
      }
      seconds.add(new SeriesBlock(Series.TRAINING_SECONDS, axes, values));
    }
    return new TableContent(
        "nb101",
        "synthetic",
        List.of(),
        names,
        accuracies,
        List.of(),
        seconds,
        List.of(),
        new TreeMap<>(),
        List.of("The numbers were drawn at random for benchmarks of this program."));
  }

  private static Axes axes(int epochs, Split split) {
    return new Axes(
        Training.CIFAR10_40K,
        split,
        new Schedule(epochs),
        List.of(epochs / 2 - 1, epochs - 1),
        SEEDS);
  }

  private static RowNames.Keyed names(int vertices) {
    Nb101Space space = new Nb101Space();
    ModuleHasher hasher = new ModuleHasher();
    List<Named> modules =
        new Nb101Enumeration(vertices)
            .modules()
            .map(module -> named(space, hasher, module))
            .sorted(Comparator.comparing(Named::hash))
            .toList();
    return new RowNames.Keyed(
        modules.stream().mapToLong(Named::code).toArray(),
        modules.stream().map(Named::hash).toArray(Hash128[]::new));
  }

  private static Named named(Nb101Space space, ModuleHasher hasher, Nb101Module module) {
    return new Named(Hash128.parse(hasher.hash(module)), space.code(module));
  }
}
