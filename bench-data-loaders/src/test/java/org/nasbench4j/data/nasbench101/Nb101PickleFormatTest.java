package org.nasbench4j.data.nasbench101;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.data.pickle.PickleWriter;
import org.nasbench4j.data.pickle.PickleWriter.Tuple;
import org.nasbench4j.data.pickle.PythonPickler;
import org.nasbench4j.space.nb101.Nb101Enumeration;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.UnsupportedTableException;

class Nb101PickleFormatTest {
  private static final Nb101PickleFormat FORMAT = new Nb101PickleFormat();

  /** The 2,532 modules of up to five vertices. */
  private static final List<Nb101Module> MODULES = new Nb101Enumeration(5).modules().toList();

  private static final Nb101Module FIRST = MODULES.get(1);

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("nasbench_only108.pkl");
  }

  private TableContent read() throws IOException {
    return FORMAT.read(file(), ImportProgress.SILENT);
  }

  private void tampered(Consumer<PickleFile> change) throws IOException {
    PickleFile file = new PickleFile().add(MODULES.get(2), 20).add(FIRST, 10);
    change.accept(file);
    file.write(file(), 4);
  }

  private void assertMalformed(String message) {
    assertThatThrownBy(this::read)
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining(message)
        .hasMessageContaining(file().getFileName().toString());
  }

  private static TableContent sameFromTfRecord(Path file, int modules) throws IOException {
    try (TfRecordWriter writer = new TfRecordWriter(file)) {
      for (int i = 0; i < modules; i++) {
        for (int repeat = 0; repeat < 3; repeat++) {
          Nb101Module module = MODULES.get(i);
          writer.write(Rows101.row(module, module.canonical(), 108, 10L * i + repeat));
        }
      }
    }
    return new Nb101TfRecordFormat().read(file, ImportProgress.SILENT);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void theTableIsThatOfTheSameRecordsAsPublished(int protocol) throws IOException {
    int count = 1205; // more than a batch of a pickle
    PickleFile file = new PickleFile();
    for (int i = 0; i < count; i++) {
      file.add(MODULES.get(i), 10L * i);
    }
    file.write(file(), protocol);

    assertThat(read())
        .usingRecursiveComparison()
        .ignoringFields("format", "sources", "notes")
        .isEqualTo(sameFromTfRecord(folder.resolve("records.tfrecord"), count));
  }

  @Test
  void theNotesSayWhatTheFileIs() throws IOException {
    tampered(file -> {});

    assertThat(read().notes())
        .anyMatch(note -> note.startsWith("The file is NASLib's copy"))
        .contains("The file holds 2 of 423,624 modules.")
        .contains("The file has no trainings of 4, 12, 36 epochs.");
  }

  @Test
  void aFileIsRecognizedByItsContent() throws IOException {
    Path other = new PickleFile().add(FIRST, 10).write(folder.resolve("download"), 4);
    assertThat(FORMAT.recognizes(other)).isTrue();

    for (Object value : List.<Object>of(Map.of("a", 1), Map.of(1, 2), FIRST.canonical())) {
      Files.write(other, PickleWriter.pickle(value));
      assertThat(FORMAT.recognizes(other)).as("%s", value).isFalse();
    }
  }

  @Test
  void truncatedFilesAreRefused() throws IOException {
    tampered(file -> {});
    byte[] whole = Files.readAllBytes(file());
    for (int length : new int[] {1, 2, 40, 300, whole.length / 2, whole.length - 1}) {
      Files.write(file(), Arrays.copyOf(whole, length));
      assertThatThrownBy(this::read)
          .as("%d bytes", length)
          .isInstanceOfAny(MalformedTableException.class, UnsupportedTableException.class);
    }
  }

  @Test
  void aWrongHashIsRefused() throws IOException {
    tampered(
        file -> {
          Object record = file.records().remove(FIRST.canonical());
          file.records().put("0".repeat(32), record);
        });

    assertMalformed("but the file says 00000000000000000000000000000000");
  }

  @Test
  void aNameThatIsNoHashIsRefused() throws IOException {
    tampered(file -> file.records().put("module", file.records().get(FIRST.canonical())));

    assertMalformed("the record of the string 'module': The hash (module) must be");
  }

  // Python's dicts cannot hold a key twice; a pickle can.
  @Test
  void aDuplicateModuleIsRefused() throws IOException {
    Object record = new PickleFile().add(FIRST, 10).records().get(FIRST.canonical());
    PythonPickler.Items twice =
        () ->
            Stream.of(1, 2)
                .map(i -> new SimpleImmutableEntry<>(FIRST.canonical(), record))
                .iterator();
    PickleFile.write(file(), 4, twice);

    assertMalformed("the module occurs twice");
  }

  @Test
  void wrongParametersAreRefused() throws IOException {
    tampered(file -> file.fixed(FIRST).put("trainable_parameters", 7));

    assertMalformed("parameters, but the file says 7");
  }

  @ParameterizedTest
  @CsvSource({"NaN", "-0.5", "1.5", "0.12345"})
  void anAccuracyThatIsNoShareOfTheImagesIsRefused(double accuracy) throws IOException {
    tampered(file -> file.first(FIRST).put("final_test_accuracy", accuracy));

    assertMalformed("the accuracy %s is no share of 9984 answers".formatted(accuracy));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -1, Double.POSITIVE_INFINITY})
  void secondsThatMakeNoSenseAreRefused(double seconds) throws IOException {
    tampered(file -> file.first(FIRST).put("halfway_training_time", seconds));

    assertMalformed("its training took %s seconds".formatted(seconds));
  }

  @Test
  void listsOfTheWrongLengthAreRefused() throws IOException {
    tampered(file -> file.trainings(FIRST).add(file.first(FIRST)));
    assertMalformed("has 3 trainings of 108 epochs already");

    tampered(file -> file.trainings(FIRST).clear());
    assertMalformed("it has no trainings of 108 epochs");
  }

  @Test
  void missingRepeatsAreNoted() throws IOException {
    tampered(file -> file.trainings(FIRST).remove(2));

    assertThat(read().notes())
        .contains("Of 108 epochs the file has 5 of 6 trainings: modules lack repeats.");
  }

  @Test
  void otherSchedulesAreRefused() throws IOException {
    tampered(file -> file.computed(FIRST).put(200, file.trainings(FIRST)));

    assertMalformed("it has trainings of the int 200 epochs; the benchmark has 4, 12, 36 and 108");
  }

  @Test
  void valuesOfTheWrongTypeAreRefused() throws IOException {
    tampered(file -> file.first(FIRST).put("final_test_accuracy", "0.5"));
    assertMalformed("final_test_accuracy must not be the string '0.5'");

    tampered(file -> file.fixed(FIRST).put("module_adjacency", List.of(0, 1)));
    assertMalformed("module_adjacency must not be a list of 2");

    tampered(file -> file.records().put(FIRST.canonical(), Tuple.of(1, 2)));
    assertMalformed("it must be a tuple of two dicts");

    tampered(file -> file.fixed(FIRST).remove("module_operations"));
    assertMalformed("module_operations is missing");
  }

  @Test
  void anArrayOfAnotherShapeOrTypeIsRefused() throws IOException {
    byte[] nine = new byte[9];
    tampered(
        file ->
            file.fixed(FIRST)
                .put("module_adjacency", new PythonPickler.Array(List.of(9, 1), "i1", nine)));
    assertMalformed("module_adjacency is a numpy array of shape [9, 1] for");

    tampered(
        file ->
            file.fixed(FIRST)
                .put("module_adjacency", new PythonPickler.Array(List.of(4, 4), "i1", nine)));
    assertMalformed("a numpy array of shape [4, 4] and the numpy type i1 has 9 bytes");

    tampered(file -> file.fixed(FIRST).put("module_adjacency", PickleFile.adjacency(FIRST, "O1")));
    assertThatThrownBy(this::read)
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("the numpy type 'O1'");
  }

  @Test
  void aModuleOutsideTheSpaceIsRefused() throws IOException {
    tampered(
        file -> file.fixed(FIRST).put("module_operations", List.of("input", "conv7x7", "output")));

    assertThatThrownBy(this::read).isInstanceOf(MalformedTableException.class);
  }

  @Test
  void aForeignGlobalIsRefused() throws IOException {
    Files.write(
        file(),
        PickleWriter.start()
            .ascii("}(")
            .text(FIRST.canonical())
            .global("builtins", "eval")
            .ascii("u")
            .stop());

    assertThatThrownBy(this::read)
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("the global builtins.eval");
  }

  @Test
  void aFileWithoutRecordsIsRefused() throws IOException {
    Files.write(file(), PickleWriter.pickle(Map.of()));

    assertMalformed("it has no records");
  }
}
