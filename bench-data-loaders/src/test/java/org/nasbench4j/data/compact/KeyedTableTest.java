package org.nasbench4j.data.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.KeyedSpace;
import org.nasbench4j.table.Fidelity;
import org.nasbench4j.table.Hash128;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.SeedChoice;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.Table;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.Axes;
import org.nasbench4j.table.TableContent.Series;
import org.nasbench4j.table.TableContent.SeriesBlock;
import org.nasbench4j.table.Training;
import org.nasbench4j.table.UnsupportedTableException;

/** Tables whose rows are named by code, key and hash. */
class KeyedTableTest {
  private static final Schedule SCHEDULE = new Schedule(4);
  private static final Axes AXES =
      new Axes(Training.CIFAR10_40K, Split.TRAIN, SCHEDULE, List.of(1, 3), List.of(0, 1));

  @TempDir private Path folder;
  private final CompactTables store = new CompactTables(List.of(new Numbers(1)));
  private Path file;

  /** Numbers whose sign does not matter; the key is a multiple that wraps around. */
  private record Numbers(long factor) implements KeyedSpace {

    record Signed(long code) implements Architecture {
      @Override
      public String text() {
        return (code % 2 == 0 ? "+" : "-") + code / 2;
      }

      @Override
      public String canonical() {
        return new Hash128(-code / 2 * 0x9e3779b97f4a7c15L, code / 2).toString();
      }
    }

    @Override
    public String id() {
      return "numbers";
    }

    @Override
    public int classes() {
      return 100;
    }

    @Override
    public long code(Architecture architecture) {
      return ((Signed) architecture).code();
    }

    @Override
    public Architecture architecture(long code) {
      return new Signed(code);
    }

    @Override
    public long key(Architecture architecture) {
      return code(architecture) / 2 * 0xc2b2ae3d27d4eb4fL * factor;
    }

    @Override
    public long size() {
      return 200;
    }

    @Override
    public Architecture parse(String text) {
      long number = Long.parseLong(text.substring(1));
      return new Signed(2 * number + (text.charAt(0) == '-' ? 1 : 0));
    }

    @Override
    public Architecture sample(RandomGenerator random) {
      throw new UnsupportedOperationException("Tables never draw.");
    }

    @Override
    public Architecture mutate(Architecture parent, RandomGenerator random) {
      throw new UnsupportedOperationException("Tables never draw.");
    }

    @Override
    public List<Architecture> neighbours(Architecture architecture) {
      throw new UnsupportedOperationException("Tables never ask for neighbours.");
    }

    @Override
    public List<Integer> decisions() {
      return List.of(200);
    }

    @Override
    public Architecture decode(int[] choices) {
      return new Signed(choices[0]);
    }

    @Override
    public int[] encode(Architecture architecture) {
      return new int[] {(int) code(architecture)};
    }
  }

  private static TableContent content(int... numbers) {
    Numbers space = new Numbers(1);
    List<Architecture> rows = new ArrayList<>();
    for (int number : numbers) {
      rows.add(space.parse("+" + number));
    }
    rows.sort(Comparator.comparing(Architecture::canonical));
    float[] seconds = new float[AXES.length(rows.size())];
    double[] values = new double[rows.size()];
    for (int row = 0; row < rows.size(); row++) {
      values[row] = Math.floorDiv(space.code(rows.get(row)), 2L);
      for (int seed = 0; seed < 2; seed++) {
        seconds[AXES.position(rows.size(), 0, row, seed)] = (float) values[row] + seed;
        seconds[AXES.position(rows.size(), 1, row, seed)] = 100 * (float) values[row] + seed;
      }
    }
    return new TableContent(
        "numbers",
        "made-up",
        List.of(),
        new RowNames.Keyed(
            rows.stream().mapToLong(space::code).toArray(),
            rows.stream().map(row -> Hash128.parse(row.canonical())).toArray(Hash128[]::new)),
        List.of(),
        List.of(),
        List.of(new SeriesBlock(Series.TRAINING_SECONDS, AXES, seconds)),
        List.of(),
        new TreeMap<>(Map.of("value", values)),
        List.of());
  }

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("numbers.h5");
    store.write(content(1, 2, 3, 5, 8, 13, 21, 34), file);
  }

  @Test
  void rowsAreFoundByEveryName() throws IOException {
    Table table = store.open(file);
    for (int number : new int[] {1, 2, 3, 5, 8, 13, 21, 34}) {
      Architecture plus = table.space().parse("+" + number);
      int row = table.row(plus);
      assertThat(table.column("value").value(row)).isEqualTo(number);
      assertThat(table.row(table.space().parse("-" + number))).isEqualTo(row);
      assertThat(table.row(plus.canonical())).isEqualTo(row);
      assertThat(table.row("-" + number)).isEqualTo(row);
      assertThat(table.architecture(row)).isEqualTo(plus);
    }
  }

  @Test
  void whatIsNotThereIsMissing() throws IOException {
    Table table = store.open(file);
    assertThatThrownBy(() -> table.row("+4"))
        .isInstanceOf(MissingRecordException.class)
        .hasMessageContaining("8 of the 100 architectures of numbers");
    String hash = table.space().parse("+4").canonical();
    assertThatThrownBy(() -> table.row(hash))
        .isInstanceOf(MissingRecordException.class)
        .hasMessageContaining(hash);
  }

  @Test
  void timesOfTrainingsAreOfTheEpochThatIsAskedFor() throws IOException {
    Table table = store.open(file);
    int row = table.row("+13");
    assertThat(seconds(table, row, 1, SeedChoice.of(1))).isEqualTo(14);
    assertThat(seconds(table, row, 3, SeedChoice.of(0))).isEqualTo(1_300);
    assertThat(seconds(table, row, 3, SeedChoice.MEAN)).isEqualTo(1_300.5);
    assertThatThrownBy(() -> seconds(table, row, 2, SeedChoice.MEAN))
        .isInstanceOf(MissingRecordException.class)
        .hasMessageContainingAll("stored only at epochs 1, 3");
  }

  private static double seconds(Table table, int row, int epoch, SeedChoice.Single seeds) {
    return table
        .trainingSeconds(Training.CIFAR10_40K, new Fidelity(SCHEDULE, epoch), seeds)
        .value(row);
  }

  @Test
  void aKeyThatTwoArchitecturesShareIsRefused() {
    CompactTables bad = new CompactTables(List.of(new Numbers(0)));
    assertThatThrownBy(() -> bad.write(content(1, 2), folder.resolve("bad.h5")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("+1", "+2", "one key");
    assertThat(folder.resolve("bad.h5")).doesNotExist();
  }

  @Test
  void onlyFilesThatNeedItHaveTheNewVersion() throws IOException {
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
        .contains("\"format_version\":2");
    Path old = folder.resolve("letters.h5");
    new CompactTables(List.of(new LetterSpace(4))).write(Contents.complete(), old);
    assertThat(Files.readString(old, StandardCharsets.ISO_8859_1)).contains("\"format_version\":1");
  }

  @Test
  void rowsMustBeNamedAsTheSpaceNamesThem() {
    assertThatThrownBy(() -> store.write(renamed(), folder.resolve("bad.h5")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("code and hash");
  }

  private static TableContent renamed() {
    TableContent letters = Contents.complete();
    return new TableContent(
        "numbers",
        letters.format(),
        letters.sources(),
        letters.rows(),
        letters.accuracies(),
        letters.means(),
        letters.series(),
        letters.seconds(),
        letters.columns(),
        letters.notes());
  }

  @Test
  void noFlippedByteIsEverWrong() throws IOException {
    byte[] intact = Files.readAllBytes(file);
    String answers = answers();
    int refused = 0;
    for (int position = 0; position < intact.length; position++) {
      byte[] damaged = intact.clone();
      damaged[position] ^= (byte) 0x41;
      Files.write(file, damaged);
      String found = answersOrRefusal();
      assertThat(found.isEmpty() || found.equals(answers)).as("byte %d", position).isTrue();
      refused += found.isEmpty() ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(intact.length / 3);
  }

  private String answersOrRefusal() throws IOException {
    try {
      return answers();
    } catch (MalformedTableException | UnsupportedTableException e) {
      return "";
    }
  }

  private String answers() throws IOException {
    Table table = store.open(file);
    StringBuilder answers = new StringBuilder();
    for (int number = 0; number < 40; number++) {
      answers.append(row(table, "+" + number)).append(' ');
      answers.append(row(table, new Numbers(1).parse("+" + number).canonical())).append('\n');
    }
    for (int row = 0; row < table.rows(); row++) {
      answers.append(table.architecture(row).text()).append(' ');
      answers.append(seconds(table, row, 3, SeedChoice.of(1))).append('\n');
    }
    return answers.toString();
  }

  private static int row(Table table, String text) {
    try {
      return table.row(text);
    } catch (MissingRecordException absent) {
      return -1;
    }
  }

  @Test
  void accuraciesThatATableLacksAreSaidToBeNone() throws IOException {
    Table table = store.open(file);
    assertThatThrownBy(() -> table.accuracy(Query.parse("cifar10-40k:valid:4")))
        .isInstanceOf(MissingRecordException.class)
        .hasMessageContaining("holds no accuracy at all");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 8, 1_000_000, 3})
  void aKeyOfNoRowOrOfAnothersIsRefused(int row) throws IOException {
    RowArrays.Keyed names = (RowArrays.Keyed) CompactTables.header(Hdf5File.open(file)).names();
    Forged.put(file, names.keyRows().path(), row, row);
    Table table = store.open(file);
    assertThatThrownBy(() -> table.row("+5"))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContainingAll("numbers.h5", "key_rows", "row " + row);
    assertThatThrownBy(table::verify).isInstanceOf(MalformedTableException.class);
  }

  @Test
  void anIntactTableIsVerified() throws IOException {
    Table table = store.open(file);
    table.verify();
    assertThat(table.rows()).isEqualTo(8);
  }
}
