package org.nasbench4j.data.naslib;

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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.data.pickle.PickleWriter;
import org.nasbench4j.data.pickle.PythonPickler;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.Training;
import org.nasbench4j.table.UnsupportedTableException;

class NasLibNb201FormatTest {
  private static final NasLibNb201Format FORMAT = new NasLibNb201Format();

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("nb201_cifar10_full_training.pickle");
  }

  private TableContent read() throws IOException {
    return FORMAT.read(file(), ImportProgress.SILENT);
  }

  private static AccuracyBlock block(TableContent content, Split split) {
    return content.accuracies().stream()
        .filter(block -> block.axes().split() == split)
        .findFirst()
        .orElseThrow();
  }

  private void tampered(Consumer<CurveFile> change) throws IOException {
    CurveFile file = CurveFile.of("cifar10-valid", 11, 9);
    change.accept(file);
    file.write(file());
  }

  private void assertMalformed(String message) {
    assertThatThrownBy(this::read)
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining(message)
        .hasMessageContaining(file().getFileName().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "cifar10-valid, valid, 25000, 25000",
    "cifar100, valid+test, 50000, 10000",
    "ImageNet16-120, valid+test, 151700, 6000"
  })
  void curvesComeUnderTheirTrueSplitAndNoOther(String key, String split, int trained, int evaluated)
      throws IOException {
    CurveFile.of(key, 9, 11).write(file());

    TableContent content = read();

    assertThat(content.accuracies())
        .extracting(block -> block.axes().split().id())
        .containsExactly("train", split);
    AccuracyBlock train = block(content, Split.TRAIN);
    AccuracyBlock evaluation = block(content, Split.parse(split));
    assertThat(train.images()).isEqualTo(trained);
    assertThat(evaluation.images()).isEqualTo(evaluated);
    assertThat(evaluation.axes().schedule()).isEqualTo(new Schedule(200));
    assertThat(evaluation.axes().epochs()).hasSize(200).startsWith(0, 1).endsWith(199);
    assertThat(evaluation.axes().seeds()).containsExactly(888);
    int last = evaluation.axes().position(2, 199, 1, 0);
    assertThat(evaluation.correct()[last]).isEqualTo(CurveFile.correct(12, 199));
    assertThat(train.correct()[last]).isEqualTo(CurveFile.correct(11, 199));
  }

  @Test
  void rowsAscendByIndexWhateverTheirOrderInTheFile() throws IOException {
    CurveFile.of("cifar10-valid", 284, 9, 11).write(file());

    TableContent content = read();

    assertThat(((RowNames.Indexed) content.rows()).indices()).containsExactly(9, 11, 284);
    assertThat(block(content, Split.VALID).correct())
        .startsWith(CurveFile.correct(10, 0), CurveFile.correct(12, 0), CurveFile.correct(285, 0));
  }

  @Test
  void lossesSecondsAndCostsAreRead() throws IOException {
    CurveFile.of("cifar10-valid", 9).write(file());

    TableContent content = read();

    assertThat(content.series().get(1).values()[3]).isEqualTo((float) CurveFile.loss(10, 3));
    assertThat(content.seconds()).hasSize(1);
    assertThat(content.seconds().get(0).seconds()).containsExactly(16.25);
    assertThat(content.columns())
        .containsOnlyKeys("params", "flops", "params-cifar10", "flops-cifar10", "latency-cifar10");
    assertThat(content.columns().get("params")).containsExactly(250_009);
    assertThat(content.columns().get("flops")).containsExactly(24.5);
    assertThat(content.columns().get("latency-cifar10")).containsExactly(0.015625);
  }

  @Test
  void whatStandsBehindTheEpochsIsTheTestOfTheLastOne() throws IOException {
    CurveFile file = CurveFile.of("cifar10-valid", 9, 11);
    file.list(11, "eval_acc1es").add(91.5);
    file.list(11, "eval_losses").add(0.5);
    file.write(file());

    AccuracyBlock test = block(read(), Split.TEST);

    assertThat(test.axes().epochs()).containsExactly(199);
    assertThat(test.images()).isEqualTo(10_000);
    assertThat(test.correct()).containsExactly(TableContent.ABSENT, 9150);
    assertThat(read().notes())
        .anyMatch(note -> note.startsWith("The lists of 1 of 2 curves go on"));
  }

  // cifar100 of record 0, seed 888, of NATS-Bench: valid+test 53.38, valid 53.08, test 53.68.
  @Test
  void halvesOfTheTestImagesMustAddUp() throws IOException {
    CurveFile file = CurveFile.of("cifar100", 0);
    file.list(0, "eval_acc1es").set(199, 53.38);
    file.list(0, "eval_acc1es").addAll(List.of(53.08, 53.68));
    file.list(0, "eval_losses").addAll(List.of(1.5, 1.5));
    file.write(file());

    TableContent content = read();

    assertThat(block(content, Split.VALID).correct()).containsExactly(2654);
    assertThat(block(content, Split.TEST).correct()).containsExactly(2684);

    file.list(0, "eval_acc1es").set(201, 54.68);
    file.write(file());
    assertMalformed("valid and test have 5388 correct answers together, but valid+test has 5338");
  }

  @Test
  void theNotesSayWhatTheListIsAndWhoseSeed() throws IOException {
    CurveFile.of("cifar10-valid", 9).write(file());

    assertThat(read().notes())
        .anyMatch(note -> note.contains("holds the curves of 1 of 15625 architectures"))
        .anyMatch(note -> note.contains("validation and test accuracy from one list"))
        .anyMatch(note -> note.contains("names no seed. 888 is inferred"));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void everyProtocolIsRead(int protocol) throws IOException {
    CurveFile.write(file(), protocol, CurveFile.of("cifar10-valid", 11, 9, 284).records());

    assertThat(read().rows().count()).isEqualTo(3);
    assertThat(FORMAT.recognizes(file())).isTrue();
  }

  @Test
  void moreRecordsThanABatchAreStreamed() throws IOException {
    PythonPickler.Items items =
        () ->
            IntStream.range(0, 1203)
                .mapToObj(
                    i ->
                        new SimpleImmutableEntry<>(
                            CurveFile.text(i),
                            CurveFile.of("cifar10-valid", i).records().get(CurveFile.text(i))))
                .iterator();
    CurveFile.write(file(), 4, items);

    TableContent content = read();

    assertThat(content.rows().count()).isEqualTo(1203);
    int[] valid = block(content, Split.VALID).correct();
    assertThat(valid[1202]).isEqualTo(CurveFile.correct(1203, 0));
  }

  @Test
  void aFileIsRecognizedByItsContent() throws IOException {
    Path other = folder.resolve("download");
    CurveFile.of("cifar10-valid", 9).write(other);
    assertThat(FORMAT.recognizes(other)).isTrue();

    for (Object value :
        List.<Object>of(Map.of("a", 1), Map.of(1, 2), List.of(CurveFile.text(9)), "|none~0|+|")) {
      Files.write(other, PickleWriter.pickle(value));
      assertThat(FORMAT.recognizes(other)).as("%s", value).isFalse();
    }
  }

  @Test
  void truncatedFilesAreRefused() throws IOException {
    CurveFile.of("cifar10-valid", 9, 11).write(file());
    byte[] whole = Files.readAllBytes(file());
    for (int length : new int[] {1, 2, 40, 500, whole.length / 2, whole.length - 1}) {
      Files.write(file(), Arrays.copyOf(whole, length));
      assertThatThrownBy(this::read)
          .as("%d bytes", length)
          .isInstanceOfAny(MalformedTableException.class, UnsupportedTableException.class);
    }
  }

  @Test
  void anUnknownArchitectureIsRefused() throws IOException {
    String unknown = CurveFile.text(9).replace("none", "max_pool_3x3");
    tampered(file -> file.records().put(unknown, CurveFile.single("cifar10-valid", 1)));

    assertMalformed("a record has a name that is no cell");
  }

  // Python's dicts cannot hold a key twice; a pickle can.
  @Test
  void aDuplicateArchitectureIsRefused() throws IOException {
    Object record = CurveFile.of("cifar10-valid", 9).records().get(CurveFile.text(9));
    PythonPickler.Items twice =
        () ->
            Stream.of(1, 2)
                .map(i -> new SimpleImmutableEntry<>(CurveFile.text(9), record))
                .iterator();
    CurveFile.write(file(), 4, twice);

    assertMalformed("there is another record of |");
  }

  @Test
  void ninaproIsRefusedByName() throws IOException {
    CurveFile.of("ninapro", 9).write(file());

    assertThatThrownBy(this::read)
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("the data set the string 'ninapro'")
        .hasMessageContaining("cifar10-valid, cifar100, ImageNet16-120");
  }

  @ParameterizedTest
  @CsvSource({
    "train_losses, 200",
    "train_acc1es, 200",
    "eval_losses, 200 or 201",
    "eval_acc1es, 200 or 201"
  })
  void aListOfTheWrongLengthIsRefused(String key, String expected) throws IOException {
    tampered(file -> file.list(9, key).remove(0));

    assertMalformed(
        "#9, cifar10-valid: %s has 199 values; it must have %s".formatted(key, expected));
  }

  @Test
  void listsOfDifferentLengthsAreRefused() throws IOException {
    tampered(file -> file.list(9, "eval_acc1es").add(50.0));

    assertMalformed("eval_acc1es has 201 values and eval_losses 200");
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, a whole number is needed",
    "101.0, a whole number is needed",
    "-1.0, a whole number is needed",
    "12.3456789, a whole number is needed"
  })
  void anAccuracyThatIsNoShareOfTheImagesIsRefused(double value, String message)
      throws IOException {
    tampered(file -> file.list(9, "eval_acc1es").set(7, value));

    assertMalformed(message);
  }

  @Test
  void aValueOfTheWrongTypeIsRefused() throws IOException {
    tampered(file -> file.list(9, "train_acc1es").set(7, "50"));
    assertMalformed("an accuracy of train must be a number, not the string '50'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"train_losses", "eval_acc1es", "cost_info"})
  void aMissingFieldIsRefused(String key) throws IOException {
    tampered(file -> file.run(9).remove(key));

    assertMalformed(key + " is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"flops", "params", "train_time"})
  void costsMustBePositive(String key) throws IOException {
    tampered(file -> file.cost(9).put(key, 0.0));

    assertMalformed(key + " is 0.0; it must be positive");
  }

  @Test
  void lossesThatAreNaNCountAsAbsent() throws IOException {
    tampered(file -> file.list(9, "train_losses").set(0, Double.NaN));

    assertThat(read().notes()).contains("1 losses are NaN in the source and count as absent.");
  }

  @Test
  void aFileWithoutRecordsIsRefused() throws IOException {
    Files.write(file(), PickleWriter.pickle(Map.of()));

    assertMalformed("it has no records");
  }

  @Test
  void anObjectThatIsNoDictIsRefused() throws IOException {
    Files.write(file(), PickleWriter.pickle(List.of("|none~0|")));

    assertThatThrownBy(this::read).isInstanceOf(UnsupportedTableException.class);
  }

  @Test
  void aForeignGlobalIsRefused() throws IOException {
    Files.write(
        file(),
        PickleWriter.start()
            .ascii("}(")
            .text(CurveFile.text(9))
            .global("os", "system")
            .ascii("u")
            .stop());

    assertThatThrownBy(this::read)
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("the global os.system");
  }

  @Test
  void trainingsAreThoseOfTheKeys() {
    assertThat(CurveSet.of("cifar10-valid"))
        .map(CurveSet::training)
        .contains(Training.CIFAR10_HALF);
    assertThat(CurveSet.of("cifar10")).isEmpty();
  }
}
