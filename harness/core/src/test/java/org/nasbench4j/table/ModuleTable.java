package org.nasbench4j.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.space.nb101.ModuleKey;
import org.nasbench4j.space.nb101.Nb101Enumeration;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.space.nb101.Nb101Space;
import org.nasbench4j.space.oneshot1.OneShotCell;
import org.nasbench4j.space.oneshot1.OneShotLayout;
import org.nasbench4j.space.oneshot1.OneShotModules;

/**
 * A NAS-Bench-101 table in memory for tests: three trainings of 108 epochs, 0 to 2, whose numbers
 * are made up from the keys of the modules. Rows are in the order of the keys.
 */
public final class ModuleTable implements Table {
  /** The images of validation and test split that the benchmark counts. */
  public static final int IMAGES = 9_984;

  private static final int SEEDS = 3;
  private static final Fidelity END = Fidelity.endOf(new Schedule(108));

  private final Nb101Module[] modules;
  private final long[] keys;

  private ModuleTable(Stream<Nb101Module> modules) {
    List<Keyed> sorted =
        modules
            .map(module -> new Keyed(ModuleKey.of(module), module))
            .sorted(Comparator.comparingLong(Keyed::key))
            .toList();
    this.modules = sorted.stream().map(Keyed::module).toArray(Nb101Module[]::new);
    this.keys = sorted.stream().mapToLong(Keyed::key).toArray();
  }

  private record Keyed(long key, Nb101Module module) {}

  /** All 423,624 modules. */
  public static ModuleTable whole() {
    return new ModuleTable(new Nb101Enumeration(Nb101Module.MAX_VERTICES).modules());
  }

  /** The modules of a search space only. */
  public static ModuleTable of(OneShotLayout layout) {
    return new ModuleTable(OneShotModules.cells(layout).stream().map(OneShotCell::module));
  }

  /** The modules of a search space without the last. */
  public static ModuleTable lacking(OneShotLayout layout) {
    List<OneShotCell> cells = OneShotModules.cells(layout);
    return new ModuleTable(cells.subList(0, cells.size() - 1).stream().map(OneShotCell::module));
  }

  @Override
  public TableInfo info() {
    return new TableInfo(
        "modules", "nb101", "test", List.of(), "content", "test", List.of("Made up."));
  }

  @Override
  public SearchSpace space() {
    return new Nb101Space();
  }

  @Override
  public int rows() {
    return modules.length;
  }

  @Override
  public Architecture architecture(int row) {
    return modules[row];
  }

  @Override
  public int row(Architecture architecture) {
    int row = Arrays.binarySearch(keys, ModuleKey.of((Nb101Module) architecture));
    if (row < 0) {
      throw new MissingRecordException(
          "The table does not hold (%s).".formatted(architecture.text()));
    }
    return row;
  }

  @Override
  public List<Coverage> coverage() {
    long records = (long) SEEDS * modules.length;
    return Stream.of(Split.VALID, Split.TEST)
        .map(
            split ->
                new Coverage(
                    Training.CIFAR10_40K,
                    split,
                    END.schedule(),
                    List.of(END.epoch()),
                    List.of(0, 1, 2),
                    IMAGES,
                    Origin.MEASURED,
                    records,
                    records))
        .toList();
  }

  @Override
  public AccuracyColumn accuracy(Query query) {
    Measure measure = query.measure();
    boolean known =
        measure.training().equals(Training.CIFAR10_40K)
            && measure.fidelity().equals(END)
            && measure.split() != Split.TRAIN;
    if (!known || (query.seeds() instanceof SeedChoice.One one && one.seed() >= SEEDS)) {
      throw new MissingRecordException("The table has no accuracy (%s).".formatted(query));
    }
    return new Accuracies(query, this);
  }

  private int correct(int row, Split split, int seed) {
    SplittableRandom random = new SplittableRandom(keys[row]);
    int quality = random.nextInt(8_000, 9_300);
    int noise = 0;
    for (int draw = 0; draw <= 2 * seed + (split == Split.TEST ? 1 : 0); draw++) {
      noise = random.nextInt(200);
    }
    return quality + noise;
  }

  @Override
  public Column loss(Query query) {
    throw new MissingRecordException("The table has no loss (%s).".formatted(query));
  }

  @Override
  public Column trainingSeconds(Training training, Fidelity fidelity, SeedChoice.Single seeds) {
    int extra = seeds instanceof SeedChoice.One one ? one.seed() : 1;
    return new Seconds(modules.length, 1_000 + extra);
  }

  @Override
  public Column evaluationSeconds(Query query) {
    throw new MissingRecordException("The table has no seconds of (%s).".formatted(query));
  }

  @Override
  public List<String> columns() {
    return List.of();
  }

  @Override
  public Column column(String name) {
    throw new MissingRecordException("The table has no column (%s).".formatted(name));
  }

  private record Seconds(int rows, double seconds) implements Column {

    @Override
    public boolean has(int row) {
      return true;
    }

    @Override
    public double value(int row) {
      return seconds;
    }
  }

  private record Accuracies(Query query, ModuleTable table) implements AccuracyColumn {

    @Override
    public int rows() {
      return table.rows();
    }

    @Override
    public boolean has(int row) {
      return true;
    }

    @Override
    public double value(int row) {
      return fraction(row).percent();
    }

    @Override
    public Origin origin() {
      return Origin.MEASURED;
    }

    @Override
    public Fraction fraction(int row) {
      List<Integer> seeds = seeds(row);
      int correct =
          seeds.stream().mapToInt(s -> table.correct(row, query.measure().split(), s)).sum();
      return new Fraction(correct, (long) IMAGES * seeds.size());
    }

    @Override
    public List<Integer> seeds(int row) {
      return query.seeds() instanceof SeedChoice.One one
          ? List.of(one.seed())
          : IntStream.range(0, SEEDS).boxed().toList();
    }

    @Override
    public int seedCount(int row) {
      return seeds(row).size();
    }
  }
}
