package org.nasbench4j.data.natsbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nasbench4j.data.natsbench.NatsFixture.map;
import static org.nasbench4j.data.natsbench.NatsFixture.runOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.IntFunction;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.RealData;
import org.nasbench4j.data.pickle.PickleWriter;
import org.nasbench4j.data.pickle.PickleWriter.Tuple;
import org.nasbench4j.data.pickle.PythonPickler;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.SecondsBlock;
import org.nasbench4j.table.TableFormat;
import org.nasbench4j.table.Training;
import org.nasbench4j.table.UnsupportedTableException;

class Nb201PthFormatTest {
  private static final String GENUINE = "natsbench/NATS-tss-v1_0-3ffb9-simple";

  @TempDir Path folder;

  /** The two containers of torch. */
  enum Container {
    LEGACY {
      @Override
      void write(SingleFile single, Path file) throws IOException {
        single.writeLegacy(file);
      }
    },
    ZIP {
      @Override
      void write(SingleFile single, Path file) throws IOException {
        single.writeZip(file);
      }
    };

    abstract void write(SingleFile single, Path file) throws IOException;
  }

  private Path file() {
    return folder.resolve("nb201.pth");
  }

  private static IntFunction<Map<Object, Object>> invented() {
    return SingleRecords.asNb201(NatsFixture::record);
  }

  @Test
  void theFormatIsAService() {
    assertThat(ServiceLoader.load(TableFormat.class).stream().map(p -> p.get().name()))
        .contains("nb201-pth");
  }

  @ParameterizedTest
  @EnumSource
  void accuraciesAndLossesAreThoseOfTheSameRecordsInNatsBench(Container container)
      throws IOException {
    container.write(new SingleFile(List.of(11, 9), invented()), file());
    Path nats = folder.resolve("nats.pickle.pbz2");
    new SingleFile(List.of(11, 9), NatsFixture::record).writeBzip2(nats);

    requireSame(read(), new NatsFileFormat().read(nats, ImportProgress.SILENT));
  }

  @ParameterizedTest
  @EnumSource
  void genuineRecordsGiveTheAccuraciesOfTheirFolder(Container container) throws IOException {
    Path genuine = RealData.file(GENUINE);
    SingleFile single =
        new SingleFile(List.of(0, 11), SingleRecords.asNb201(SingleRecords.genuine(genuine)));
    container.write(single, file());

    requireSame(read(), new NatsSimpleFormat().read(genuine, ImportProgress.SILENT));
  }

  private static void requireSame(TableContent found, TableContent expected) {
    assertThat(found)
        .usingRecursiveComparison()
        .ignoringFields("format", "sources", "notes", "seconds", "columns")
        .isEqualTo(expected);
    assertThat(found.columns().get("params")).isEqualTo(expected.columns().get("params"));
  }

  @ParameterizedTest
  @EnumSource
  void theFileIsRecognizedWhateverItsName(Container container) throws IOException {
    Path file = folder.resolve("download");
    container.write(new SingleFile(List.of(9), invented()), file);

    assertThat(new Nb201PthFormat().recognizes(file)).isTrue();
    assertThat(new NatsFileFormat().recognizes(file)).isFalse();
  }

  @Test
  void trainingsWithoutTimesHaveNone() throws IOException {
    new SingleFile(List.of(9), invented()).writeLegacy(file());

    List<SecondsBlock> seconds = read().seconds();

    assertThat(seconds)
        .isNotEmpty()
        .allSatisfy(
            block -> {
              assertThat(block.training()).isEqualTo(Training.CIFAR10_HALF);
              assertThat(block.schedule()).isEqualTo(new Schedule(12));
            });
  }

  @Test
  void secondsAreTheMeanOverTheEpochs() throws IOException {
    single(
        record -> {
          Map<Object, Object> times =
              map(runOf(record, "less", "cifar10-valid", 777), "train_times");
          times.replaceAll((epoch, seconds) -> 10.0 + (int) epoch);
        });

    SecondsBlock training =
        read().seconds().stream()
            .filter(block -> block.split() == Split.TRAIN)
            .findFirst()
            .orElseThrow();

    assertThat(training.seeds()).containsExactly(111, 777);
    assertThat(training.seconds()).containsExactly(7.25, 15.5);
  }

  @Test
  void aRecordMayLackTheShortSchedule() throws IOException {
    single(record -> record.remove("less"));

    assertThat(read().accuracies())
        .isNotEmpty()
        .allSatisfy(block -> assertThat(block.axes().schedule()).isEqualTo(new Schedule(200)));
  }

  @Test
  void theNamesOfNatsBenchsSchedulesAreUnsupported() throws IOException {
    single(record -> record.put("12", record.remove("less")));

    failure()
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("the string '12'")
        .hasMessageContaining("schedules 'full', 'less' of the topology space");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NAS-Bench-201-v1_0-e61699.pth", "NAS-Bench-201-v1_1-096897.pth"})
  void aWrongMd5SuffixIsMalformed(String name) throws IOException {
    Path named = folder.resolve(name);
    new SingleFile(List.of(9), invented()).writeLegacy(named);

    assertThatThrownBy(() -> new Nb201PthFormat().read(named, ImportProgress.SILENT))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("by its name it must end with");
  }

  @Test
  void googleDrivesPageSavedAsPthIsNamedAsWhatItIs() throws IOException {
    Files.writeString(
        file(), "\n<html><head><title>Google Drive - Virus scan warning</title></head></html>");

    failure()
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("a web page")
        .hasMessageContaining("Google Drive")
        .hasMessageContaining("NAS-Bench-201-v1_1-096897.pth");
  }

  @Test
  void aReferenceToTensorsIsUnsupportedWithItsPlace() throws IOException {
    writeObject(
        new PickleWriter().code(0x80, 2).ascii("}").value("state_dict").value("0").ascii("Qs"));

    failure()
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("a reference to data outside the pickle at byte")
        .hasMessageContaining("pickles without tensors");
  }

  @Test
  void anotherGlobalIsUnsupportedWithItsPlace() throws IOException {
    writeObject(new PickleWriter().code(0x80, 2).ascii("cos\nsystem\n"));

    failure()
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("the global os.system at byte");
  }

  @Test
  void aRecordWithWrongTypesIsMalformedWithItsPlace() throws IOException {
    single(record -> runOf(record, "full", "cifar100", 777).put("epochs", "200"));

    failure()
        .isInstanceOfSatisfying(
            MalformedTableException.class,
            e -> assertThat(((AtByte) e.place()).offset()).isGreaterThan(1_000_000))
        .hasMessageContaining("#9, schedule 200, cifar100, seed 777")
        .hasMessageContaining("epochs must be an int, not the string '200'");
  }

  @Test
  void aTruncatedFileIsMalformedWithItsPlace() throws IOException {
    new SingleFile(List.of(9, 11), invented()).writeLegacy(file());
    byte[] bytes = Files.readAllBytes(file());

    for (int length : new int[] {1, 20, 40, 60, bytes.length / 2, bytes.length - 1}) {
      Files.write(file(), Arrays.copyOf(bytes, length));
      failure()
          .as("cut to %d bytes", length)
          .isInstanceOfAny(MalformedTableException.class, UnsupportedTableException.class);
    }
    Files.write(file(), Arrays.copyOf(bytes, bytes.length / 2));
    failure()
        .isInstanceOfSatisfying(
            MalformedTableException.class,
            e -> assertThat(((AtByte) e.place()).offset()).isPositive())
        .hasMessageContaining("ends too early");
  }

  @Test
  void aTruncatedZipArchiveIsMalformed() throws IOException {
    new SingleFile(List.of(9), invented()).writeZip(file());
    byte[] bytes = Files.readAllBytes(file());
    Files.write(file(), Arrays.copyOf(bytes, bytes.length - 30));

    failure()
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("the zip archive is broken");
  }

  @Test
  void aChangedByteOfAZipArchiveIsMalformed() throws IOException {
    new SingleFile(List.of(9), invented()).writeZip(file());
    byte[] bytes = Files.readAllBytes(file());
    bytes[bytes.length - 3000] ^= 1;
    Files.write(file(), bytes);

    failure().isInstanceOfAny(MalformedTableException.class, UnsupportedTableException.class);
  }

  @Test
  void storagesAreUnsupported() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SingleFile.legacyHead());
    PythonPickler.pickle(2, new SingleFile(List.of(9), invented()).top(), out);
    PythonPickler.pickle(2, List.of("0"), out);
    Files.write(file(), out.toByteArray());

    failure()
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("a torch file with 1 storages");
  }

  @Test
  void aPickleThatIsNoTorchFileIsMalformed() throws IOException {
    Files.write(file(), PickleWriter.pickle(Map.of("meta_archs", List.of())));

    failure()
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("starts with torch's magic number");
  }

  @Test
  void seedsThatARecordLacksStayAbsent() throws IOException {
    IntFunction<Map<Object, Object>> records =
        index -> {
          Map<Object, Object> record = invented().apply(index);
          if (index == 9) {
            map(record, "less", "all_results").remove(Tuple.of("cifar10-valid", 111));
            map(record, "less", "dataset_seed").put("cifar10-valid", List.of(777));
          }
          return record;
        };
    new SingleFile(List.of(11, 9), records).writeLegacy(file());

    TableContent content = read();

    assertThat(((RowNames.Indexed) content.rows()).indices()).containsExactly(9, 11);
    assertThat(content.accuracies().get(0).axes().seeds()).containsExactly(111, 777);
    assertThat(content.accuracies().get(0).correct()[0]).isEqualTo(TableContent.ABSENT);
    assertThat(content.accuracies().get(0).correct()[2]).isEqualTo(NatsFixture.count(11, 111, 0));
  }

  /** Something that is done to a record. */
  private interface Tamper {
    void with(Map<Object, Object> record);
  }

  private void single(Tamper tamper) throws IOException {
    IntFunction<Map<Object, Object>> records =
        index -> {
          Map<Object, Object> record = invented().apply(index);
          tamper.with(record);
          return record;
        };
    new SingleFile(List.of(9), records).writeLegacy(file());
  }

  private void writeObject(PickleWriter object) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SingleFile.legacyHead());
    out.writeBytes(object.stop());
    Files.write(file(), out.toByteArray());
  }

  private AbstractThrowableAssert<?, ?> failure() {
    return assertThatThrownBy(this::read);
  }

  private TableContent read() throws IOException {
    return new Nb201PthFormat().read(file(), ImportProgress.SILENT);
  }
}
