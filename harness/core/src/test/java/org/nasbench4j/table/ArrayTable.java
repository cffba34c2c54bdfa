package org.nasbench4j.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;

/**
 * A table in memory for tests: every architecture of a small space, its rows in the order in which
 * the decisions count up, the last one fastest. A new table for every {@code with}; arrays are
 * kept, not copied. A mean that was not given is that of the seeds.
 */
public final class ArrayTable implements Table {
  private final SearchSpace space;
  private final String contentHash;
  private final List<Architecture> architectures;
  private final Map<Architecture, Integer> rows = new HashMap<>();
  private final Map<Query, AccuracyColumn> accuracies;
  private final Map<String, double[]> seconds;
  private final SortedMap<String, double[]> columns;

  private ArrayTable(
      SearchSpace space,
      String contentHash,
      List<Architecture> architectures,
      Map<Query, AccuracyColumn> accuracies,
      Map<String, double[]> seconds,
      SortedMap<String, double[]> columns) {
    this.space = space;
    this.contentHash = contentHash;
    this.architectures = architectures;
    this.accuracies = accuracies;
    this.seconds = seconds;
    this.columns = columns;
    for (int row = 0; row < architectures.size(); row++) {
      rows.put(architectures.get(row), row);
    }
  }

  /** A table of all architectures of a space, of which nothing is known yet. */
  public static ArrayTable of(SearchSpace space) {
    List<Architecture> all = new ArrayList<>();
    int[] choices = new int[space.decisions().size()];
    for (long i = 0; i < space.size(); i++) {
      all.add(space.decode(choices));
      countUp(choices, space.decisions());
    }
    return new ArrayTable(space, "content", all, Map.of(), Map.of(), new TreeMap<>());
  }

  private static void countUp(int[] choices, List<Integer> options) {
    for (int i = choices.length - 1; i >= 0; i--) {
      choices[i] = (choices[i] + 1) % options.get(i);
      if (choices[i] > 0) {
        return;
      }
    }
  }

  /** The first rows only. */
  public ArrayTable withRows(int count) {
    return new ArrayTable(
        space, contentHash, architectures.subList(0, count), accuracies, seconds, columns);
  }

  /** Another identity. */
  public ArrayTable withContentHash(String hash) {
    return new ArrayTable(space, hash, architectures, accuracies, seconds, columns);
  }

  /** Correct answers out of {@code images}, {@link TableContent#ABSENT} where not measured. */
  public ArrayTable withAccuracy(String query, int images, int... correct) {
    return withAccuracy(query, images, Origin.MEASURED, correct);
  }

  /** Correct answers that were measured or derived. */
  public ArrayTable withAccuracy(String query, int images, Origin origin, int... correct) {
    Query key = Query.parse(query);
    Map<Query, AccuracyColumn> more = new HashMap<>(accuracies);
    more.put(key, new Accuracies(key, origin, images, correct));
    return new ArrayTable(space, contentHash, architectures, more, seconds, columns);
  }

  /** Seconds of one training epoch, for every seed, NaN where absent. */
  public ArrayTable withEpochSeconds(Training training, Schedule schedule, double... epoch) {
    return withSeconds(trainingKey(training, schedule), epoch);
  }

  /** Seconds of one training epoch of one seed. */
  public ArrayTable withEpochSecondsOfSeed(
      Training training, Schedule schedule, int seed, double... epoch) {
    return withSeconds(ofSeed(trainingKey(training, schedule), SeedChoice.of(seed)), epoch);
  }

  private static String ofSeed(String key, SeedChoice.Single seed) {
    return key + " of seed " + seed;
  }

  /** Seconds of one pass over a split, for every seed and epoch, NaN where absent. */
  public ArrayTable withPassSeconds(
      Training training, Split split, Schedule schedule, double... pass) {
    return withSeconds(passKey(training, split, schedule), pass);
  }

  private ArrayTable withSeconds(String key, double[] values) {
    Map<String, double[]> more = new HashMap<>(seconds);
    more.put(key, values);
    return new ArrayTable(space, contentHash, architectures, accuracies, more, columns);
  }

  /** Other numbers, NaN where absent. */
  public ArrayTable withColumn(String name, double... values) {
    SortedMap<String, double[]> more = new TreeMap<>(columns);
    more.put(name, values);
    return new ArrayTable(space, contentHash, architectures, accuracies, seconds, more);
  }

  private static String trainingKey(Training training, Schedule schedule) {
    return "training of %s for %s".formatted(training, schedule);
  }

  private static String passKey(Training training, Split split, Schedule schedule) {
    return "pass over %s of %s for %s".formatted(split, training, schedule);
  }

  @Override
  public TableInfo info() {
    return new TableInfo(
        "array", space.id(), "test", List.of(), contentHash, "test", List.of("Made up."));
  }

  @Override
  public SearchSpace space() {
    return space;
  }

  @Override
  public int rows() {
    return architectures.size();
  }

  @Override
  public Architecture architecture(int row) {
    return architectures.get(row);
  }

  @Override
  public int row(Architecture architecture) {
    Integer row = rows.get(architecture);
    if (row == null) {
      throw new MissingRecordException(
          "The table does not hold (%s).".formatted(architecture.text()));
    }
    return row;
  }

  @Override
  public List<Coverage> coverage() {
    return accuracies.values().stream().map(ArrayTable::coverage).toList();
  }

  private static Coverage coverage(AccuracyColumn column) {
    Measure measure = column.query().measure();
    int images = column instanceof Accuracies accuracies ? accuracies.images() : 1;
    return new Coverage(
        measure.training(),
        measure.split(),
        measure.fidelity().schedule(),
        List.of(measure.fidelity().epoch()),
        column.query().seeds() instanceof SeedChoice.One one ? List.of(one.seed()) : List.of(),
        images,
        column.origin(),
        column.rows(),
        column.rows());
  }

  @Override
  public AccuracyColumn accuracy(Query query) {
    AccuracyColumn column = accuracies.get(query);
    if (column != null) {
      return column;
    }
    List<AccuracyColumn> trainings = trainings(query);
    if (trainings.isEmpty()) {
      throw new MissingRecordException(
          "The table has no accuracy (%s). It has: %s.".formatted(query, accuracies.keySet()));
    }
    return new MeanOfSeeds(query, trainings);
  }

  // What a mean that is not stored itself is taken over.
  private List<AccuracyColumn> trainings(Query mean) {
    return accuracies.values().stream()
        .filter(column -> mean.seeds() instanceof SeedChoice.Mean)
        .filter(column -> column.query().measure().equals(mean.measure()))
        .sorted(Comparator.comparing(column -> column.query().toString()))
        .toList();
  }

  @Override
  public Column loss(Query query) {
    throw new MissingRecordException("The table has no loss (%s).".formatted(query));
  }

  @Override
  public Column trainingSeconds(Training training, Fidelity fidelity, SeedChoice.Single seeds) {
    String key = trainingKey(training, fidelity.schedule());
    String own = ofSeed(key, seeds);
    double[] epoch = stored(seconds, seconds.containsKey(own) ? own : key);
    return new Numbers(epoch, fidelity.trainedEpochs());
  }

  @Override
  public Column evaluationSeconds(Query query) {
    Measure measure = query.measure();
    String key = passKey(measure.training(), measure.split(), measure.fidelity().schedule());
    return new Numbers(stored(seconds, key), 1);
  }

  @Override
  public List<String> columns() {
    return List.copyOf(columns.keySet());
  }

  @Override
  public Column column(String name) {
    return new Numbers(stored(columns, name), 1);
  }

  private static double[] stored(Map<String, double[]> values, String key) {
    double[] stored = values.get(key);
    if (stored == null) {
      throw new MissingRecordException(
          "The table has no (%s). It has: %s.".formatted(key, values.keySet()));
    }
    return stored;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Numbers(double[] values, double factor) implements Column {

    @Override
    public int rows() {
      return values.length;
    }

    @Override
    public boolean has(int row) {
      return !Double.isNaN(values[row]);
    }

    @Override
    public double value(int row) {
      if (!has(row)) {
        throw new MissingRecordException("The row (%d) has no number.".formatted(row));
      }
      return factor * values[row];
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Accuracies(Query query, Origin origin, int images, int[] correct)
      implements AccuracyColumn {

    @Override
    public int rows() {
      return correct.length;
    }

    @Override
    public boolean has(int row) {
      return correct[row] != TableContent.ABSENT;
    }

    @Override
    public double value(int row) {
      return fraction(row).percent();
    }

    @Override
    public Fraction fraction(int row) {
      if (!has(row)) {
        throw new MissingRecordException("The row (%d) has no (%s).".formatted(row, query));
      }
      return new Fraction(correct[row], images);
    }

    @Override
    public List<Integer> seeds(int row) {
      return query.seeds() instanceof SeedChoice.One one ? List.of(one.seed()) : List.of();
    }

    @Override
    public int seedCount(int row) {
      return has(row) ? 1 : 0;
    }
  }
}
