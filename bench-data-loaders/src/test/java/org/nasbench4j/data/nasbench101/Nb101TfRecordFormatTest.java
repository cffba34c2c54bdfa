package org.nasbench4j.data.nasbench101;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.data.compact.CompactTables;
import org.nasbench4j.data.nasbench201.Nb201CsvFormat;
import org.nasbench4j.data.natsbench.NatsSimpleFormat;
import org.nasbench4j.space.nb101.Nb101Enumeration;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.space.nb101.Nb101Space;
import org.nasbench4j.table.Fidelity;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.Fraction;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.SeedChoice;
import org.nasbench4j.table.Table;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableFormat;
import org.nasbench4j.table.Training;
import org.nasbench4j.table.UnsupportedTableException;

class Nb101TfRecordFormatTest {

  /** The 91 modules of up to four vertices. */
  private static final List<Nb101Module> MODULES = new Nb101Enumeration(4).modules().toList();

  private static final Nb101Module FIRST = MODULES.get(1);
  private static final String ADJACENCY = FIRST.matrixText();
  private static final String OPERATIONS = String.join(",", FIRST.operations());

  @TempDir private Path folder;

  private Path file(byte[]... records) throws IOException {
    Path file = folder.resolve("records.tfrecord");
    try (TfRecordWriter writer = new TfRecordWriter(file)) {
      for (byte[] record : records) {
        writer.write(record);
      }
    }
    return file;
  }

  private static byte[] row(int module, int epochs, long seed) {
    Nb101Module written = MODULES.get(module);
    return Rows101.row(written, written.canonical(), epochs, seed);
  }

  /** Every module, three times at every schedule; the seed is 10 times the module plus repeat. */
  private Path wholeFile() throws IOException {
    List<byte[]> records = new ArrayList<>();
    for (int repeat = 0; repeat < 3; repeat++) {
      for (int module = 0; module < MODULES.size(); module++) {
        for (int epochs : new int[] {108, 4, 36, 12}) {
          records.add(row(module, epochs, 10L * module + repeat));
        }
      }
    }
    return file(records.toArray(byte[][]::new));
  }

  private static TableContent read(Path file) throws IOException {
    return new Nb101TfRecordFormat().read(file, ImportProgress.SILENT);
  }

  private Table table(Path file) throws IOException {
    CompactTables store = new CompactTables(List.of(new Nb101Space()));
    Path table = folder.resolve("nb101.h5");
    store.write(read(file), table);
    return store.open(table);
  }

  private static Fraction answers(Table table, int row, String query) {
    return table.accuracy(Query.parse("cifar10-40k:" + query)).fraction(row);
  }

  @Test
  void isFoundByItsName() {
    assertThat(ServiceLoader.load(TableFormat.class))
        .anySatisfy(found -> assertThat(found.name()).isEqualTo("nb101-tfrecord"));
  }

  @Test
  void everyNumberOfTheFileIsInTheTable() throws IOException {
    Table table = table(wholeFile());
    assertThat(table.rows()).isEqualTo(MODULES.size());
    for (int module = 0; module < MODULES.size(); module += 7) {
      int row = table.row(MODULES.get(module));
      for (int repeat = 0; repeat < 3; repeat++) {
        long seed = 10L * module + repeat;
        assertThat(answers(table, row, "valid:108:" + repeat))
            .isEqualTo(new Fraction(Rows101.correct(seed, 108, 2, 1), 9_984));
        assertThat(answers(table, row, "test:36@17:" + repeat))
            .isEqualTo(new Fraction(Rows101.correct(seed, 36, 1, 2), 9_984));
        assertThat(answers(table, row, "train:4:" + repeat))
            .isEqualTo(new Fraction(Rows101.correct(seed, 4, 2, 0), 9_984));
        assertThat(seconds(table, row, 12, 5, repeat)).isEqualTo(Rows101.seconds(seed, 12, 1));
        assertThat(seconds(table, row, 12, 11, repeat)).isEqualTo(Rows101.seconds(seed, 12, 2));
      }
    }
  }

  private static double seconds(Table table, int row, int epochs, int epoch, int repeat) {
    return table
        .trainingSeconds(
            Training.CIFAR10_40K, new Fidelity(new Schedule(epochs), epoch), SeedChoice.of(repeat))
        .value(row);
  }

  @Test
  void aMeanIsOverTheRepeats() throws IOException {
    Table table = table(wholeFile());
    int row = table.row(MODULES.get(9));
    long correct = 0;
    for (int repeat = 0; repeat < 3; repeat++) {
      correct += Rows101.correct(90 + repeat, 108, 2, 2);
    }
    assertThat(answers(table, row, "test:108")).isEqualTo(new Fraction(correct, 3 * 9_984));
  }

  @Test
  void rowsAreFoundByHashAndByAnyIsomorphicModule() throws IOException {
    Table table = table(wholeFile());
    for (Nb101Module module : MODULES) {
      int row = table.row(module);
      assertThat(table.row(module.canonical())).isEqualTo(row);
      assertThat(table.row(module.canonical().toUpperCase(Locale.ROOT))).isEqualTo(row);
      assertThat(table.row(module.text())).isEqualTo(row);
      assertThat(table.architecture(row)).isEqualTo(module);
    }
    // Two branches with the operations exchanged.
    Nb101Module one = Nb101Module.parse(branches("conv3x3-bn-relu,maxpool3x3"));
    Nb101Module other = Nb101Module.parse(branches("maxpool3x3,conv3x3-bn-relu"));
    assertThat(table.row(one)).isEqualTo(table.row(other));
  }

  private static String branches(String operations) {
    return "0110000100010000:input," + operations + ",output";
  }

  @Test
  void rowsAreInTheOrderOfTheirHashes() throws IOException {
    Table table = table(wholeFile());
    List<String> hashes = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      hashes.add(table.architecture(row).canonical());
    }
    assertThat(hashes).isSorted();
  }

  @Test
  void aModuleThatTheFileLacksIsMissing() throws IOException {
    Table table = table(file(row(1, 108, 1)));
    assertThatThrownBy(() -> table.row(MODULES.get(2)))
        .isInstanceOf(MissingRecordException.class)
        .hasMessageContainingAll("1 of the 423624", "nb101");
    assertThatThrownBy(() -> table.row("0123456789abcdef0123456789abcdef"))
        .isInstanceOf(MissingRecordException.class)
        .hasMessageContaining("0123456789abcdef0123456789abcdef");
  }

  @Test
  void whatAPartOfTheBenchmarkLacksIsAbsentAndSaid() throws IOException {
    Path file = file(row(1, 108, 1), row(2, 108, 2), row(1, 108, 3));
    TableContent content = read(file);
    assertThat(content.notes())
        .anySatisfy(note -> assertThat(note).contains("none of the two that were published"))
        .anySatisfy(note -> assertThat(note).contains("2 of 423,624 modules"))
        .anySatisfy(note -> assertThat(note).contains("no trainings of 4, 12, 36 epochs"))
        .anySatisfy(note -> assertThat(note).contains("3 of 6 trainings"));
    Table table = table(file);
    assertThat(table.accuracy(Query.parse("cifar10-40k:valid:108")).seedCount(table.row(FIRST)))
        .isEqualTo(2);
    assertThatThrownBy(() -> table.accuracy(Query.parse("cifar10-40k:valid:12")))
        .isInstanceOf(MissingRecordException.class)
        .hasMessageContainingAll("cifar10-40k:valid:12", "cifar10-40k:valid:108");
  }

  @Test
  void aFileUnderAPublishedNameIsToldFromThePublishedOne() throws IOException {
    Path file = Files.move(file(row(1, 108, 1)), folder.resolve("nasbench_only108.tfrecord"));
    assertThat(read(file).notes())
        .anySatisfy(note -> assertThat(note).contains("is not that of the published file"));
  }

  @Test
  void fieldsThatAreNotKnownAreSkipped() throws IOException {
    ByteArrayOutputStream metrics = new ByteArrayOutputStream();
    // Field 15 as varint, 64 bits, text and 32 bits.
    metrics.writeBytes(new byte[] {0x78, (byte) 0x80, 1, 0x79, 0, 1, 2, 3, 4, 5, 6, 7});
    metrics.writeBytes(new byte[] {0x7a, 2, 'a', 'b', 0x7d, 0, 1, 2, 3});
    metrics.writeBytes(Rows101.metrics(parameters(), 108, 5));
    Table table = table(file(row(metrics.toByteArray())));
    assertThat(answers(table, 0, "valid:108:0").correct()).isEqualTo(Rows101.correct(5, 108, 2, 1));
  }

  private static byte[] row(byte[] metrics) {
    return Rows101.row(FIRST.canonical(), "108", ADJACENCY, OPERATIONS, metrics);
  }

  private static long parameters() {
    return Rows101.parameters(FIRST);
  }

  static Stream<Arguments> rowsThatAreRefused() {
    byte[] metrics = Rows101.metrics(parameters(), 108, 5);
    byte[] shortened = Arrays.copyOf(metrics, metrics.length - 3);
    String hash = FIRST.canonical();
    return Stream.of(
        refused(
            "hash of another module", MODULES.get(2).canonical(), "108", metrics, "the hash of"),
        refused("hash that is none", "xyz", "108", metrics, "(xyz)"),
        refused("other epochs", hash, "100", metrics, "100 epochs"),
        refused("epochs that are no number", hash, "\"108\"", metrics, "epochs"),
        refused("metrics of other epochs", hash, "36", metrics, "epoch 54.0"),
        refused("metrics that break off", hash, "108", shortened, "break off"),
        refused("no metrics", hash, "108", new byte[0], "0 evaluations"),
        refused("a group", hash, "108", new byte[] {0x7b}, "wire type 3"),
        refused("field 0", hash, "108", new byte[] {0x01}, "number 0"),
        refused("other parameters", hash, "108", Rows101.metrics(7, 108, 5), "parameters"),
        refused("no 9984ths", hash, "108", half(), "no share of 9984 answers"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rowsThatAreRefused")
  void aRowThatIsWrongIsRefusedWithItsByte(
      String name, String hash, String epochs, byte[] metrics, String message) throws IOException {
    assertThat(name).isNotEmpty();
    assertRefusedAfter(
        row(5, 108, 1), Rows101.row(hash, epochs, ADJACENCY, OPERATIONS, metrics), message);
  }

  static Stream<Arguments> modulesThatAreRefused() {
    return Stream.of(
        Arguments.of("unknown operation", ADJACENCY, "input,conv5x5,output", "(conv5x5)"),
        Arguments.of("edge backwards", "010100010", OPERATIONS, "upper triangular"),
        Arguments.of("entry 2", "020001000", OPERATIONS, "0 or 1"),
        Arguments.of("too few entries", "01000", OPERATIONS, "5 entries"),
        Arguments.of("no path", "000001000", OPERATIONS, "no path"),
        Arguments.of(
            "ten edges",
            "0111100111000110000100000",
            "input,maxpool3x3,maxpool3x3,maxpool3x3,output",
            "10 edges"));
  }

  private static Arguments refused(
      String name, String hash, String epochs, byte[] metrics, String message) {
    return Arguments.of(name, hash, epochs, metrics, message);
  }

  private static byte[] half() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int point = 0; point <= 2; point++) {
      out.writeBytes(Rows101.evaluation(54 * point, 1, 0.5, 0.5, 0.50003));
    }
    out.write(0x10);
    Rows101.varint(out, parameters());
    return out.toByteArray();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modulesThatAreRefused")
  void aModuleThatIsNoneIsRefusedWithItsByte(
      String name, String adjacency, String operations, String message) throws IOException {
    assertThat(name).isNotEmpty();
    byte[] metrics = Rows101.metrics(parameters(), 108, 5);
    assertRefusedAfter(
        row(5, 108, 1),
        Rows101.row(FIRST.canonical(), "108", adjacency, operations, metrics),
        message);
  }

  private void assertRefusedAfter(byte[] good, byte[] bad, String message) throws IOException {
    Path file = file(good, bad);
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            MalformedTableException.class,
            e -> assertThat(e.place()).isEqualTo(new AtByte(good.length + 16L)))
        .hasMessageContaining(message);
  }

  @Test
  void aFourthRepeatIsRefused() throws IOException {
    Path file = file(row(1, 4, 1), row(1, 4, 2), row(1, 4, 3), row(1, 4, 4));
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("3 trainings of 4 epochs already");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[1]", "[\"%s\", 108]", "nonsense", "[", "[\"%s\"] "})
  void dataThatIsNoRowIsRefused(String json) throws IOException {
    byte[] bytes = json.formatted(FIRST.canonical()).getBytes(StandardCharsets.UTF_8);
    assertRefusedAfter(row(1, 4, 1), bytes, "");
  }

  @Test
  void aRowThatGoesOnIsRefused() throws IOException {
    byte[] row = row(1, 4, 1);
    byte[] longer = Arrays.copyOf(row, row.length + 2);
    longer[row.length] = ',';
    longer[row.length + 1] = '1';
    assertRefusedAfter(row, longer, "");
  }

  @Test
  void noFlippedByteOfASecondRecordIsAccepted() throws IOException {
    Path file = file(row(1, 4, 1), row(2, 4, 2));
    byte[] intact = Files.readAllBytes(file);
    long second = row(1, 4, 1).length + 16L;
    for (int position = (int) second; position < intact.length; position++) {
      byte[] damaged = intact.clone();
      damaged[position] ^= 0x10;
      Files.write(file, damaged);
      assertThatThrownBy(() -> read(file))
          .as("byte %d", position)
          .isInstanceOfSatisfying(
              MalformedTableException.class,
              e -> assertThat(e.place()).isEqualTo(new AtByte(second)))
          .hasMessageContaining("checksum");
    }
  }

  @Test
  void noCutIsAcceptedButBetweenRecords() throws IOException {
    Path file = file(row(1, 4, 1), row(2, 4, 2));
    byte[] intact = Files.readAllBytes(file);
    int second = row(1, 4, 1).length + 16;
    for (int length = second + 1; length < intact.length; length++) {
      Files.write(file, Arrays.copyOf(intact, length));
      assertThatThrownBy(() -> read(file))
          .as("length %d", length)
          .isInstanceOfSatisfying(
              MalformedTableException.class,
              e -> assertThat(e.place()).isEqualTo(new AtByte(second)))
          .hasMessageContaining("breaks off");
    }
    Files.write(file, Arrays.copyOf(intact, second));
    assertThat(read(file).rows().count()).isEqualTo(1);
  }

  @Test
  void aDamagedFirstChecksumIsToldFromAnotherKindOfFile() throws IOException {
    Path file = file(row(1, 4, 1));
    byte[] damaged = Files.readAllBytes(file);
    damaged[9] ^= 1;
    Files.write(file, damaged);
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            MalformedTableException.class, e -> assertThat(e.place()).isEqualTo(new AtByte(0)))
        .hasMessageContaining("checksum of the length");
  }

  static Stream<Arguments> otherFiles() {
    return Stream.of(
        Arguments.of("index,module_hash\n0,00005c14", "a text file"),
        Arguments.of("\u001f\u008b\b\0\0\0\0\0\0\0\0\0\0", "compressed by gzip"),
        Arguments.of("BZh91AY&SY4567", "compressed by bzip2"),
        Arguments.of("PK\u0003\u0004aaaaaaaaaaaaaaaaa", "a zip archive"),
        Arguments.of("\u0080\u0002}aaaaaaaaaaaaaaaa", "a Python pickle"),
        Arguments.of("\u0089HDF\r\n\u001a\naaaaaaaaaaa", "an HDF5 file"),
        Arguments.of("", "an empty file"));
  }

  @ParameterizedTest
  @MethodSource("otherFiles")
  void otherFilesAreRefusedByWhatTheyAre(String begin, String kind) throws IOException {
    Path file = folder.resolve("other");
    Files.write(file, begin.getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContainingAll(kind, "TFRecord");
  }

  static Stream<TableFormat> otherFormats() {
    return Stream.of(new Nb101CsvFormat(), new Nb201CsvFormat(), new NatsSimpleFormat());
  }

  @ParameterizedTest
  @MethodSource("otherFormats")
  void otherImportersSayThatItIsATfRecordFile(TableFormat other) throws IOException {
    Path file = file(row(1, 4, 1));
    assertThatThrownBy(() -> other.read(file, ImportProgress.SILENT))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("a TFRecord file");
  }

  @Test
  void progressIsToldInBytes() throws IOException {
    Path file = wholeFile();
    List<Long> told = new ArrayList<>();
    new Nb101TfRecordFormat().read(file, (done, total) -> told.add(done));
    assertThat(told).isSorted().last().isEqualTo(Files.size(file));
  }
}
