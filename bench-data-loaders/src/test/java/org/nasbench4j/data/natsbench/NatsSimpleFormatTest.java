package org.nasbench4j.data.natsbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nasbench4j.data.natsbench.NatsFixture.map;
import static org.nasbench4j.data.natsbench.NatsFixture.record;
import static org.nasbench4j.data.natsbench.NatsFixture.runOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.data.pickle.PickleReader;
import org.nasbench4j.data.pickle.PickleWriter;
import org.nasbench4j.data.pickle.PickleWriter.Tuple;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableContent.SecondsBlock;
import org.nasbench4j.table.TableContent.SeriesBlock;
import org.nasbench4j.table.TableFormat;
import org.nasbench4j.table.Training;
import org.nasbench4j.table.UnsupportedTableException;

class NatsSimpleFormatTest {
  private static final Schedule SHORT = new Schedule(12);
  private static final Schedule LONG = new Schedule(200);

  @TempDir Path folder;

  @BeforeEach
  void writeMeta() throws IOException {
    NatsFixture.writeMeta(folder);
  }

  @Test
  void theFormatIsAService() {
    assertThat(ServiceLoader.load(TableFormat.class).stream().map(p -> p.get().name()))
        .contains("nats-simple");
  }

  @Test
  void rowsAscendByIndexWhateverTheFilesAreCalled() throws IOException {
    writeRecord("000011", record(11));
    writeRecord("9", record(9));
    writeRecord("000123", record(123));

    assertThat(((RowNames.Indexed) read().rows()).indices()).containsExactly(9, 11, 123);
  }

  @Test
  void thePaddedNameWinsOverTheUnpaddedOne() throws IOException {
    writeRecord("000009", record(9));
    writeRecord("9", record(11));

    assertThat(((RowNames.Indexed) read().rows()).indices()).containsExactly(9);
  }

  @Test
  void countsAreExactAndInTheirPlaces() throws IOException {
    writeRecord("000009", record(9));
    writeRecord("000011", record(11));

    AccuracyBlock block = Blocks.accuracies(read(), Training.CIFAR10_HALF, Split.TRAIN, SHORT);

    assertThat(block.images()).isEqualTo(25_000);
    assertThat(block.axes().seeds()).containsExactly(111, 777);
    assertThat(block.axes().epochs()).isEqualTo(IntStream.range(0, 12).boxed().toList());
    assertThat(block.correct()[block.axes().position(2, 3, 1, 0)])
        .isEqualTo(NatsFixture.count(11, 111, 3));
    assertThat(block.correct()[block.axes().position(2, 11, 0, 1)])
        .isEqualTo(NatsFixture.count(9, 777, 11));
  }

  @Test
  void aBlockHoldsTheEpochsThatOccur() throws IOException {
    writeRecord("000009", record(9));

    TableContent content = read();

    assertThat(Blocks.accuracies(content, Training.CIFAR100, Split.VALID, LONG).axes().epochs())
        .containsExactly(199);
    assertThat(
            Blocks.accuracies(content, Training.CIFAR100, Split.VALID_AND_TEST, LONG)
                .axes()
                .epochs())
        .hasSize(200);
    assertThat(content.accuracies())
        .extracting(block -> block.axes().split())
        .containsExactly(
            Split.TRAIN,
            Split.VALID,
            Split.TEST,
            Split.TRAIN,
            Split.VALID,
            Split.VALID_AND_TEST,
            Split.TRAIN,
            Split.VALID,
            Split.VALID_AND_TEST);
  }

  @Test
  void aSeedThatARecordLacksIsAbsentThere() throws IOException {
    writeRecord("000009", record(9));
    Map<Object, Object> record = record(11);
    map(record, "12", "all_results").remove(Tuple.of("cifar10-valid", 111));
    map(record, "12", "dataset_seed").put("cifar10-valid", List.of(777));
    writeRecord("000011", record);

    TableContent content = read();

    AccuracyBlock block = Blocks.accuracies(content, Training.CIFAR10_HALF, Split.TEST, SHORT);
    SeriesBlock loss = content.series().get(content.accuracies().indexOf(block));
    int absent = block.axes().position(2, 0, 1, 0);
    assertThat(block.correct()[absent]).isEqualTo(TableContent.ABSENT);
    assertThat(loss.values()[absent]).isNaN();
    assertThat(block.correct()[absent + 1]).isEqualTo(NatsFixture.count(11, 777, 0));
    assertThat(Blocks.seconds(content, Training.CIFAR10_HALF, Split.TEST, SHORT).seconds())
        .containsExactly(1.5, 1.5, Double.NaN, 1.5);
  }

  @Test
  void timesAreOnePerTrainingAndEvaluation() throws IOException {
    writeRecord("000009", record(9));

    TableContent content = read();

    SecondsBlock training = Blocks.seconds(content, Training.CIFAR100, Split.TRAIN, SHORT);
    assertThat(training.kind()).isEqualTo(SecondsBlock.Kind.TRAINING_EPOCH);
    assertThat(training.seconds()).containsExactly(7.25);
    SecondsBlock evaluation =
        Blocks.seconds(content, Training.CIFAR100, Split.VALID_AND_TEST, SHORT);
    assertThat(evaluation.kind()).isEqualTo(SecondsBlock.Kind.EVALUATION);
    assertThat(evaluation.seconds()).containsExactly(1.5);
  }

  @Test
  void columnsHoldTheCostsPerDataset() throws IOException {
    writeRecord("000009", record(9));

    Map<String, double[]> columns = read().columns();

    assertThat(columns.keySet())
        .containsExactly(
            "flops",
            "flops-cifar10",
            "flops-cifar100",
            "latency-cifar10",
            "latency-cifar100",
            "params",
            "params-cifar10",
            "params-cifar100");
    assertThat(columns.get("params")).containsExactly(129_306);
    assertThat(columns.get("flops")).containsExactly(15.64737);
    assertThat(columns.get("latency-cifar10")).containsExactly(0.02);
  }

  @Test
  void trainingsThatDisagreeAboutParametersAreNoted() throws IOException {
    Map<Object, Object> record = record(9);
    runOf(record, "200", "cifar100", 777).put("params", 0.2);
    writeRecord("000009", record);

    TableContent content = read();

    assertThat(content.columns().get("params-cifar100")).containsExactly(200_000);
    assertThat(content.notes()).anyMatch(note -> note.contains("For 1 pairs"));
  }

  @Test
  void notesSayHowManyRecordsThereAre() throws IOException {
    writeRecord("000009", record(9));

    TableContent content = read();

    assertThat(content.notes())
        .contains("The folder holds the records of 1 of 15625 architectures.");
    assertThat(content.space()).isEqualTo("nb201");
    assertThat(content.format()).isEqualTo("nats-simple");
    assertThat(content.sources())
        .hasSize(2)
        .allSatisfy(source -> assertThat(source).matches("\\S+ [0-9a-f]{64}"));
  }

  @Test
  void nanLossesAreAbsentAndNoted() throws IOException {
    Map<Object, Object> record = record(9);
    map(runOf(record, "12", "cifar100", 111), "train_losses").put(3, Double.NaN);
    writeRecord("000009", record);

    assertThat(read().notes()).anyMatch(note -> note.startsWith("1 losses are NaN"));
  }

  @Test
  void progressCountsRecords() throws IOException {
    writeRecord("000009", record(9));
    writeRecord("000011", record(11));
    List<String> progress = new ArrayList<>();

    new NatsSimpleFormat().read(folder, (done, total) -> progress.add(done + "/" + total));

    assertThat(progress).containsExactly("1/2", "2/2");
  }

  @ParameterizedTest
  @ValueSource(doubles = {50.001, Double.NaN, -0.002, 100.002})
  void anAccuracyOfNoWholeImageIsMalformed(double percent) throws IOException {
    tampered(record -> map(runOf(record, "12", "cifar100", 111), "train_acc1es").put(4, percent))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("000009.pickle.pbz2")
        .hasMessageContaining("schedule 12, cifar100, seed 111: train_acc1es of epoch 4 is");
  }

  @Test
  void anEvaluationOfNoWholeImageIsNamedByItsSet() throws IOException {
    tampered(
            record ->
                map(runOf(record, "12", "cifar100", 111), "eval_acc1es").put("ori-test@4", 0.5051))
        .hasMessageContaining("eval_acc1es of epoch ori-test@4 is 0.5051 %")
        .hasMessageContaining("of 10000 images");
  }

  @Test
  void floatNoiseIsNoReasonToRefuse() throws IOException {
    // 28.172000009765625 % of 25,000 is how the published record 0 writes 7,043.
    Map<Object, Object> record = record(9);
    map(runOf(record, "12", "cifar10-valid", 777), "train_acc1es").put(0, 28.172000009765625);
    writeRecord("000009", record);

    AccuracyBlock block = Blocks.accuracies(read(), Training.CIFAR10_HALF, Split.TRAIN, SHORT);

    assertThat(block.correct()[block.axes().position(1, 0, 0, 1)]).isEqualTo(7043);
  }

  @Test
  void aValueThatIsNoFloatIsMalformed() throws IOException {
    tampered(record -> map(runOf(record, "12", "cifar100", 111), "train_losses").put(4, "high"))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("train_losses of epoch 4 must be a float, not the string 'high'");
  }

  @Test
  void aNegativeLossIsMalformed() throws IOException {
    tampered(record -> map(runOf(record, "12", "cifar100", 111), "train_losses").put(4, -0.5))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("a loss cannot be negative");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void secondsThatAreNotPositiveAreMalformed(double seconds) throws IOException {
    tampered(record -> map(runOf(record, "12", "cifar100", 111), "train_times").put(0, seconds))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("seconds must be positive");
  }

  @Test
  void anEvaluationWithoutItsSetIsMalformed() throws IOException {
    tampered(record -> map(runOf(record, "12", "cifar100", 111), "eval_acc1es").put(3, 50.0))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("eval_acc1es has the int 3 as a key; it must be a set and epoch");
  }

  @Test
  void aTrainingEpochThatIsNoIntIsMalformed() throws IOException {
    tampered(record -> map(runOf(record, "12", "cifar100", 111), "train_losses").put(0.5, 1.0))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("train_losses has the float 0.5 as a key");
  }

  @Test
  void aRunWithoutASeedIsMalformed() throws IOException {
    tampered(record -> map(record, "12", "all_results").put("cifar100", new LinkedHashMap<>()))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("all_results has a key that is not (dataset, seed)");
  }

  @Test
  void seedsThatAreNoListAreMalformed() throws IOException {
    tampered(record -> map(record, "12", "dataset_seed").put("cifar100", 111))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("dataset_seed must hold lists of seeds");
  }

  @Test
  void anUnknownLatencyIsAbsent() throws IOException {
    Map<Object, Object> record = record(9);
    runOf(record, "12", "cifar10-valid", 111).put("latency", List.of());
    runOf(record, "12", "cifar10-valid", 777).put("latency", List.of());
    writeRecord("000009", record);

    assertThat(read().columns()).doesNotContainKey("latency-cifar10");
  }

  @Test
  void timesThatVaryAreMalformed() throws IOException {
    tampered(
            record ->
                map(runOf(record, "12", "cifar100", 111), "eval_times").put("ori-test@7", 1.50001))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("eval_times of epoch ori-test@7 is 1.50001 s");
  }

  @ParameterizedTest
  @CsvSource({
    "name, cifar10, is named",
    "seed, 0888, names the seed",
    "train_acc1es, x, be a dict"
  })
  void aRunThatContradictsItsKeyIsMalformed(String key, String value, String message)
      throws IOException {
    tampered(record -> runOf(record, "12", "cifar100", 111).put(key, value))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "epochs", "params", "latency", "eval_times", "train_losses"})
  void aMissingKeyIsNamed(String key) throws IOException {
    tampered(record -> runOf(record, "12", "cifar100", 111).remove(key))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("schedule 12, cifar100, seed 111: %s is missing", key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x-train@3", "x-valid", "x-valid@12", "@1", "x-valid@05", "x-valid@9999999"})
  void anUnknownEvaluationIsMalformed(String key) throws IOException {
    tampered(record -> map(runOf(record, "12", "cifar100", 111), "eval_acc1es").put(key, 50.0))
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("eval_acc1es has");
  }

  @Test
  void anUnknownDatasetIsMalformed() throws IOException {
    tampered(
            record ->
                map(record, "12", "all_results")
                    .put(Tuple.of("svhn", 1), runOf(record, "12", "cifar100", 111)))
        .hasMessageContaining("schedule 12, svhn, seed 1: the dataset is unknown");
  }

  @Test
  void seedsThatAreNotAnnouncedAreMalformed() throws IOException {
    tampered(record -> map(record, "12", "dataset_seed").put("cifar100", List.of(777)))
        .hasMessageContaining("dataset_seed says {cifar10-valid=[111, 777], cifar100=[777]}");
  }

  @Test
  void inventedSeedsAreMalformed() throws IOException {
    tampered(
            record -> {
              for (int seed = 0; seed < 10; seed++) {
                Map<Object, Object> run = new LinkedHashMap<>(runOf(record, "12", "cifar100", 111));
                run.put("seed", "%04d".formatted(seed));
                map(record, "12", "all_results").put(Tuple.of("cifar100", seed), run);
              }
            })
        .hasMessageContaining("more than 8 different seeds");
  }

  @Test
  void aRecordOfAnotherArchitectureIsMalformed() throws IOException {
    writeRecord("000012", record(11));

    assertThatThrownBy(this::read)
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("the record is of #11");
  }

  @Test
  void aRecordThatIsNoDictIsMalformed() throws IOException {
    NatsFixture.write(folder.resolve("000009.pickle.pbz2"), List.of());

    assertThatThrownBy(this::read)
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("the record of #9 must be a dict, not a list of 0");
  }

  @Test
  void anIndexBeyondTheSpaceIsMalformed() throws IOException {
    writeRecord("015625", record(9));

    assertThatThrownBy(this::read)
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("meta names only 15625 architectures");
  }

  @Test
  void anotherScheduleIsUnsupported() throws IOException {
    tampered(record -> record.put("90", record.remove("200")))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("the string '90'");
  }

  @Test
  void aRecordOfTheSizeSpaceIsUnsupported() throws IOException {
    tampered(record -> map(record, "12").put("arch_str", "8:8:8:16:8"))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("8:8:8:16:8 of NATS-Bench's size space (sss)")
        .hasMessageContaining("supported: here the topology space (tss)");
  }

  @Test
  void anotherOrderOfArchitecturesIsMalformed() throws IOException {
    Nb201Space space = new Nb201Space();
    List<Object> swapped =
        new ArrayList<>(
            IntStream.range(0, 15_625).mapToObj(i -> space.architecture(i).text()).toList());
    Collections.swap(swapped, 7, 15_000);
    NatsFixture.writeMeta(folder, swapped);
    writeRecord("000009", record(9));

    assertThatThrownBy(this::read)
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("#7 is")
        .hasMessageContaining("in the official order it is");
  }

  @ParameterizedTest
  @MethodSource("brokenMetas")
  void aBrokenMetaIsMalformed(List<Object> architectures, String message) throws IOException {
    NatsFixture.writeMeta(folder, architectures);
    writeRecord("000009", record(9));

    assertThatThrownBy(this::read)
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("meta.pickle.pbz2")
        .hasMessageContaining(message);
  }

  static List<Arguments> brokenMetas() {
    return List.of(
        Arguments.of(List.of("|none~0|"), "has 1 entries and total_archs is 1; both must be 15625"),
        Arguments.of(List.of(12), "meta_archs must hold strings only"));
  }

  @Test
  void aFolderWithoutMetaIsUnsupported() throws IOException {
    writeRecord("000009", record(9));
    Files.delete(folder.resolve("meta.pickle.pbz2"));

    assertThatThrownBy(this::read)
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("with 1 records and no meta.pickle.pbz2");
  }

  @Test
  void aFolderInPlaceOfARecordIsNamed() throws IOException {
    Files.createDirectory(folder.resolve("000005.pickle.pbz2"));

    assertThatThrownBy(this::read)
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("a folder (")
        .hasMessageContaining("000005.pickle.pbz2");
  }

  @Test
  void aFolderWithoutRecordsIsUnsupported() {
    assertThatThrownBy(this::read)
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("with 0 records and a meta.pickle.pbz2");
  }

  @Test
  void aFileIsUnsupported() {
    assertThatThrownBy(
            () ->
                new NatsSimpleFormat()
                    .read(folder.resolve("meta.pickle.pbz2"), ImportProgress.SILENT))
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("an unpacked NATS-Bench folder");
  }

  @Test
  void aMissingFolderIsAnInputError() {
    assertThatThrownBy(
            () -> new NatsSimpleFormat().read(folder.resolve("absent"), ImportProgress.SILENT))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void truncatedBzip2IsMalformedAndNamed() throws IOException {
    writeRecord("000009", record(9));
    byte[] bytes = Files.readAllBytes(folder.resolve("000009.pickle.pbz2"));

    for (int length = 0; length < bytes.length; length += 7) {
      Files.write(folder.resolve("000009.pickle.pbz2"), Arrays.copyOf(bytes, length));
      assertThatThrownBy(this::readRecordFile)
          .as("cut to %d bytes", length)
          .isInstanceOf(MalformedTableException.class)
          .hasMessageContaining("000009.pickle.pbz2 is malformed");
    }
  }

  @Test
  void aChangedByteOfBzip2IsMalformed() throws IOException {
    writeRecord("000009", record(9));
    byte[] bytes = Files.readAllBytes(folder.resolve("000009.pickle.pbz2"));

    for (int position = 0; position < bytes.length; position += 5) {
      byte[] changed = bytes.clone();
      changed[position] ^= (byte) (1 << position % 8);
      Files.write(folder.resolve("000009.pickle.pbz2"), changed);
      assertThatThrownBy(this::readRecordFile)
          .as("byte %d", position)
          .isInstanceOf(MalformedTableException.class)
          .hasMessageContaining("the bzip2 data are broken");
    }
  }

  @Test
  void anUncompressedPickleIsMalformed() throws IOException {
    Files.write(folder.resolve("000009.pickle.pbz2"), PickleWriter.pickle(record(9)));

    assertThatThrownBy(this::read)
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("the bzip2 data are broken");
  }

  @Test
  void bytesBehindTheBzip2StreamAreMalformed() throws IOException {
    writeRecord("000009", record(9));
    Files.writeString(folder.resolve("000009.pickle.pbz2"), "tail", StandardOpenOption.APPEND);

    assertThatThrownBy(this::read).isInstanceOf(MalformedTableException.class);
  }

  @Test
  void aFileThatGrowsWithoutBoundWhenDecompressedIsMalformed() throws IOException {
    Files.write(folder.resolve("000009.pickle.pbz2"), NatsFixture.bzip2(new byte[(16 << 20) + 1]));

    assertThatThrownBy(this::readRecordFile)
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("the pickle exceeds the limit of 16777216 bytes");
  }

  @Test
  void aHugeFileIsMalformed() throws IOException {
    Files.write(folder.resolve("000009.pickle.pbz2"), new byte[(4 << 20) + 1]);

    assertThatThrownBy(this::readRecordFile)
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining("the file exceeds the limit of 4194304 bytes");
  }

  private Bzip2Pickle readRecordFile() throws IOException {
    return Bzip2Pickle.read(folder.resolve("000009.pickle.pbz2"), PickleReader.withDefaults());
  }

  private AbstractThrowableAssert<?, ?> tampered(Consumer<Map<Object, Object>> tamper)
      throws IOException {
    Map<Object, Object> record = record(9);
    tamper.accept(record);
    writeRecord("000009", record);
    return assertThatThrownBy(this::read);
  }

  private void writeRecord(String name, Map<Object, Object> record) throws IOException {
    NatsFixture.write(folder.resolve(name + ".pickle.pbz2"), record);
  }

  private TableContent read() throws IOException {
    return new NatsSimpleFormat().read(folder, ImportProgress.SILENT);
  }

  @Test
  void aRecordWithoutATrainingIsRefused() throws IOException {
    Map<Object, Object> bare = record(9);
    map(bare, "12", "all_results").clear();
    map(bare, "12", "dataset_seed").clear();
    bare.remove("200");
    for (Map<Object, Object> empty : List.of(new LinkedHashMap<>(), bare)) {
      NatsFixture.write(folder.resolve("000009.pickle.pbz2"), empty);
      assertThatThrownBy(() -> new NatsSimpleFormat().read(folder, ImportProgress.SILENT))
          .isInstanceOf(MalformedTableException.class)
          .hasMessageContainingAll("000009.pickle.pbz2", "#9", "no training");
    }
  }
}
