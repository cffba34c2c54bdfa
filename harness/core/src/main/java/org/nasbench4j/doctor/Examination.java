package org.nasbench4j.doctor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.IndexedSpace;
import org.nasbench4j.space.KeyedSpace;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.Coverage;
import org.nasbench4j.table.Fidelity;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.SeedChoice;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.Table;

/** A table, and what several checks ask of it. */
final class Examination {
  static final String ARCHITECTURES = "architectures";

  private static final Comparator<Measure> ORDER =
      Comparator.comparing((Measure measure) -> measure.training().id())
          .thenComparing(Measure::split)
          .thenComparing(measure -> measure.fidelity().schedule());

  private final Table table;
  private final List<Coverage> coverage;

  Examination(Table table) {
    this.table = table;
    this.coverage = table.coverage();
  }

  Table table() {
    return table;
  }

  SearchSpace space() {
    return table.space();
  }

  int rows() {
    return table.rows();
  }

  /** What was counted among all architectures of the table. */
  Occurrences occurrences(Tally tally) {
    return tally.of(rows(), ARCHITECTURES);
  }

  boolean isWhole() {
    return table.rows() == table.space().measured();
  }

  List<Coverage> coverage() {
    return coverage;
  }

  /** The last stored epoch of everything that was measured, each once, short schedules first. */
  List<Measure> finals() {
    return coverage.stream().map(Examination::last).distinct().sorted(ORDER).toList();
  }

  /** As {@link #finals}, on images that were not trained on. */
  List<Measure> heldOut() {
    return finals().stream().filter(measure -> measure.split() != Split.TRAIN).toList();
  }

  private static Measure last(Coverage block) {
    int epoch = block.epochs().get(block.epochs().size() - 1);
    return new Measure(block.training(), block.split(), new Fidelity(block.schedule(), epoch));
  }

  /** The seeds that the source names for a measure, ascending. */
  Set<Integer> seeds(Measure measure) {
    Set<Integer> seeds = new TreeSet<>();
    blocks(measure).forEach(block -> seeds.addAll(block.seeds()));
    return seeds;
  }

  /** The blocks that hold a measure. */
  Stream<Coverage> blocks(Measure measure) {
    return coverage.stream()
        .filter(
            block ->
                block.training().equals(measure.training())
                    && block.split() == measure.split()
                    && block.schedule().equals(measure.fidelity().schedule())
                    && block.epochs().contains(measure.fidelity().epoch()));
  }

  AccuracyColumn mean(Measure measure) {
    return table.accuracy(new Query(measure, SeedChoice.MEAN));
  }

  AccuracyColumn ofSeed(Measure measure, int seed) {
    return table.accuracy(new Query(measure, SeedChoice.of(seed)));
  }

  /** A column, or empty where the table lacks it. */
  static <C extends Column> Optional<C> stored(Supplier<C> column) {
    try {
      return Optional.of(column.get());
    } catch (MissingRecordException absent) {
      return Optional.empty();
    }
  }

  /** How a user finds a row again: its official index, its hash, or as it is written. */
  String name(int row) {
    Architecture architecture = table.architecture(row);
    if (table.space() instanceof IndexedSpace indexed) {
      return Integer.toString(indexed.index(architecture));
    }
    return table.space() instanceof KeyedSpace ? architecture.canonical() : architecture.text();
  }
}
