package org.nasbench4j.study;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.proxy.ProxyCatalog;
import org.nasbench4j.search.MethodCatalog;
import org.nasbench4j.search.Observation;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.TestProvider;
import org.nasbench4j.search.TinySpace;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.table.ArrayTable;
import org.nasbench4j.table.DatasetId;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.Training;

/** A small study for tests: made-up numbers for 125 architectures, two tasks, two methods. */
final class Studies {
  static final String PLAN =
      """
      name: two methods
      table: array
      runs: 4
      seed: 7
      tasks:
        - name: c10
          search: cifar10:valid:12
          budget: 600 seconds
          report: cifar10:200
        - name: score
          search: score
          budget: 12 evaluations
          report: [cifar10:200, cifar100:200]
      methods: [random, climb]
      """;

  static final int RUNS = 16;

  static final StudyHeader.Provenance PROVENANCE =
      new StudyHeader.Provenance("1.0", "17", "a system", "a processor", 2, StudyHeader.RANDOM);

  static final ProxyCatalog NO_PROXIES = new ProxyCatalog(List.of());

  static final MethodCatalog METHODS =
      new MethodCatalog(
          List.of(
              new TestProvider("random", (space, settings, random) -> new Walk(space, random)),
              new TestProvider("climb", (space, settings, random) -> new Climb(space, random))));

  static final ArrayTable TABLE = table();

  private Studies() {}

  static Study study() {
    return study(PLAN);
  }

  static Study study(String plan) {
    return Study.of(plan, TABLE, METHODS, NO_PROXIES);
  }

  private static ArrayTable table() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    ArrayTable table = ArrayTable.of(TinySpace.of(5, 5, 5));
    int rows = table.rows();
    for (DatasetId dataset : DatasetId.values()) {
      Training training = Training.byConvention(dataset, Split.VALID);
      Schedule schedule = new Schedule(12);
      table =
          table
              .withAccuracy(dataset + ":valid:12", 100, random.ints(rows, 10, 90).toArray())
              .withAccuracy(dataset + ":valid:200", 1000, random.ints(rows, 500, 950).toArray())
              .withAccuracy(dataset + ":test:200", 1000, random.ints(rows, 400, 940).toArray())
              .withEpochSeconds(training, schedule, random.doubles(rows, 2, 6).toArray())
              .withPassSeconds(
                  training, Split.VALID, schedule, random.doubles(rows, 1, 2).toArray());
    }
    double[] scores = random.doubles(rows, -1, 1).toArray();
    for (int row = 0; row < rows; row += 2) {
      scores[row] = Double.NEGATIVE_INFINITY;
    }
    return table.withColumn("score", scores);
  }

  /** Draws at random and answers with the incumbent. */
  private record Walk(SearchSpace space, RandomGenerator random) implements SearchMethod {

    @Override
    public Architecture ask() {
      return space.sample(random);
    }

    @Override
    public void tell(Observation observation) {}
  }

  /**
   * Mutates the best so far and answers with a neighbour of it, which it may never have asked for.
   */
  private static final class Climb implements SearchMethod {
    private final SearchSpace space;
    private final RandomGenerator random;
    private @Nullable Observation best;

    Climb(SearchSpace space, RandomGenerator random) {
      this.space = space;
      this.random = random;
    }

    @Override
    public Architecture ask() {
      return best == null ? space.sample(random) : space.mutate(best.architecture(), random);
    }

    @Override
    public void tell(Observation observation) {
      if (best == null || observation.value() > best.value()) {
        best = observation;
      }
    }

    @Override
    public Optional<Architecture> recommend() {
      return Optional.ofNullable(best).map(o -> space.neighbours(o.architecture()).get(0));
    }
  }
}
