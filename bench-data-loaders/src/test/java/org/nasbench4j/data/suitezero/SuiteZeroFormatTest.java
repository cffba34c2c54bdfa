package org.nasbench4j.data.suitezero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.space.nb101.Nb101Space;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableContent.MeanBlock;
import org.nasbench4j.table.Training;
import org.nasbench4j.table.UnsupportedTableException;

class SuiteZeroFormatTest {
  private static final SuiteZeroFormat FORMAT = new SuiteZeroFormat();

  /** Indices 14822 and 213. */
  private static final String CELL = "(4, 3, 3, 3, 2, 3)";

  private static final String OTHER_CELL = "(0, 1, 2, 4, 1, 3)";

  /** Input, a maximum of 3x3, output; one vertex is not used. */
  private static final String MODULE =
      "(0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 1)";

  private static final String SAME_MODULE = "(0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 2, 1)";

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("zc_nasbench201.json");
  }

  private TableContent read() throws IOException {
    return FORMAT.read(file(), ImportProgress.SILENT);
  }

  private void assertMalformed(String message) {
    assertThatThrownBy(this::read)
        .isInstanceOf(MalformedTableException.class)
        .hasMessageContaining(message)
        .hasMessageContaining(file().getFileName().toString());
  }

  private Map<String, Object> tampered() {
    return tamperedFile().record("cifar10", CELL);
  }

  private final SuiteFile tamperedFile = new SuiteFile().add("cifar10", CELL, 91.5);

  private SuiteFile tamperedFile() {
    return tamperedFile;
  }

  // The test accuracies of seed 888 on CIFAR-100 of NAS-Bench-201 are 68.34, 69.92, 56.78, 61.34
  // and 66.86 for the cells of these indices; Suite-Zero's older file has the same under the
  // tuples. Five cells without symmetry: another order of edges or operations would not fit.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "4, 3, 3, 3, 2, 3; 422232",
        "3, 3, 2, 1, 3, 2; 220323",
        "4, 1, 0, 0, 0, 3; 401112",
        "1, 4, 3, 4, 1, 1; 044200",
        "0, 1, 2, 4, 1, 3; 104302"
      })
  void tuplesAreReadSourceBySource(String tuple, String digits) {
    List<Integer> numbers = Arrays.stream(tuple.split(", ")).map(Integer::valueOf).toList();

    assertThat(SuiteCells.cell(numbers).digits()).isEqualTo(digits);
  }

  @ParameterizedTest
  @CsvSource({
    "cifar10, cifar10-half, 10000, 9160",
    "cifar100, cifar100, 5000, 4580",
    "ImageNet16-120, imagenet16-120, 3000, 2748"
  })
  void accuraciesAreTestOfSeed888(String dataset, String training, int images, int correct)
      throws IOException {
    new SuiteFile().add(dataset, CELL, 91.6).add(dataset, OTHER_CELL, 50).write(file());

    TableContent content = read();

    assertThat(content.means()).isEmpty();
    assertThat(content.accuracies()).hasSize(1);
    AccuracyBlock block = content.accuracies().get(0);
    assertThat(block.axes().training()).isEqualTo(Training.parse(training));
    assertThat(block.axes().split()).isEqualTo(Split.TEST);
    assertThat(block.axes().schedule()).isEqualTo(new Schedule(200));
    assertThat(block.axes().epochs()).containsExactly(199);
    assertThat(block.axes().seeds()).containsExactly(888);
    assertThat(block.images()).isEqualTo(images);
    assertThat(block.correct()).containsExactly(images / 2, correct);
    assertThat(((RowNames.Indexed) content.rows()).indices()).containsExactly(213, 14822);
    assertThat(content.notes())
        .anyMatch(note -> note.contains("it is the test accuracy of seed 888"));
  }

  @Test
  void proxiesAndTheirSecondsAreColumns() throws IOException {
    new SuiteFile().add("cifar10", CELL, 91.5).write(file());

    TableContent content = read();

    assertThat(content.columns())
        .containsOnlyKeys(
            "suitezero-grad-norm-cifar10",
            "suitezero-grad-norm-cifar10-seconds",
            "suitezero-flops-cifar10",
            "suitezero-flops-cifar10-seconds",
            "suitezero-synflow-cifar10",
            "suitezero-synflow-cifar10-seconds");
    assertThat(content.columns().get("suitezero-synflow-cifar10")).containsExactly(98.5);
    assertThat(content.columns().get("suitezero-synflow-cifar10-seconds")).containsExactly(0.25);
  }

  @Test
  void theOlderFormHasNoSeconds() throws IOException {
    new SuiteFile()
        .addBare("cifar100", CELL, 68.33999986572266) // 32 bits, as published
        .write("nasbench201", file());

    TableContent content = read();

    assertThat(content.columns())
        .containsOnlyKeys(
            "suitezero-grad-norm-cifar100",
            "suitezero-flops-cifar100",
            "suitezero-synflow-cifar100");
    assertThat(content.accuracies().get(0).correct()).containsExactly(3417);
    assertThat(FORMAT.recognizes(file())).isTrue();
  }

  @Test
  void dataSetsMayHaveDifferentArchitectures() throws IOException {
    new SuiteFile().add("cifar10", CELL, 91.5).add("cifar100", OTHER_CELL, 60).write(file());

    TableContent content = read();

    assertThat(content.columns().get("suitezero-synflow-cifar10"))
        .containsExactly(Double.NaN, 98.5);
    assertThat(content.accuracies().get(0).correct()).containsExactly(TableContent.ABSENT, 9150);
    assertThat(content.notes()).contains("Scores of cifar10 are of 1 architectures only.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-100000000.0", "NaN", "null"})
  void failuresAreAbsentAndCounted(String failure) throws IOException {
    new SuiteFile().add("cifar10", CELL, 91.5).add("cifar10", OTHER_CELL, 50).write(file());
    String text = Files.readString(file());
    Files.writeString(file(), text.replaceFirst("98.5", failure));

    TableContent content = read();

    assertThat(content.columns().get("suitezero-synflow-cifar10")).containsExactly(57, Double.NaN);
    assertThat(content.notes())
        .contains(
            "Scores that failed in the source (-100000000, NaN or null) are absent:"
                + " {suitezero-synflow-cifar10=1}.");
  }

  @Test
  void infiniteScoresStay() throws IOException {
    new SuiteFile().add("cifar10", CELL, 91.5).write(file());
    Files.writeString(file(), Files.readString(file()).replace("98.5", "-Infinity"));

    TableContent content = read();

    assertThat(content.columns().get("suitezero-synflow-cifar10"))
        .containsExactly(Double.NEGATIVE_INFINITY);
    assertThat(content.notes())
        .contains("Scores that are infinite stay so: {suitezero-synflow-cifar10=1}.");
  }

  @Test
  void otherDataSetsAreLeftOutAndNamed() throws IOException {
    new SuiteFile().add("ninapro", CELL, 91.51).add("cifar10", CELL, 91.5).write(file());

    assertThat(read().notes())
        .contains("Data sets of the file that the benchmark does not have were left out: ninapro.");
  }

  @Test
  void aFileOfOtherDataSetsOnlyIsRefused() throws IOException {
    new SuiteFile().add("ninapro", CELL, 91.51).write(file());

    assertThatThrownBy(this::read)
        .isInstanceOf(UnsupportedTableException.class)
        .hasMessageContaining("[ninapro]");
  }

  // The hash is that of the README of NAS-Bench-101 for input, maxpool3x3, output.
  @Test
  void modulesAreNamedByTheirHashAndTheFirstWayOfWritingCounts() throws IOException {
    new SuiteFile()
        .addBare("cifar10", MODULE, 92.578125)
        .addBare("cifar10", SAME_MODULE, 88.5817289352417)
        .write("nasbench101", file());

    TableContent content = read();

    assertThat(content.space()).isEqualTo("nb101");
    RowNames.Keyed rows = (RowNames.Keyed) content.rows();
    assertThat(rows.hashes()[0]).hasToString("53cee42601ad14d661bb6878031d6acb");
    assertThat(new Nb101Space().architecture(rows.codes()[0]).operations()).hasSize(4);
    assertThat(content.accuracies()).isEmpty();
    MeanBlock mean = content.means().get(0);
    assertThat(mean.measure()).hasToString("cifar10-40k:valid:108");
    assertThat(mean.correct()).containsExactly(9243); // 92.578125 % of 9,984
    assertThat(mean.seedCounts()).containsExactly(1);
    assertThat(content.columns().get("suitezero-synflow-cifar10")).containsExactly(99.578125);
    assertThat(content.notes())
        .anyMatch(note -> note.startsWith("1 architectures of the file are others written in"))
        .anyMatch(note -> note.contains("of one of the three trainings"));
    assertThat(FORMAT.recognizes(file())).isTrue();
  }

  @Test
  void theSpaceIsKnownByTheFirstArchitectureToo() throws IOException {
    new SuiteFile().add("cifar10", MODULE, 92.578125).write(file());

    assertThat(read().space()).isEqualTo("nb101");
  }

  @Test
  void truncatedFilesAreRefused() throws IOException {
    new SuiteFile().add("cifar10", CELL, 91.5).add("cifar10", OTHER_CELL, 50).write(file());
    byte[] whole = Files.readAllBytes(file());
    for (int length : new int[] {1, 12, 40, 100, whole.length / 2, whole.length - 1}) {
      Files.write(file(), Arrays.copyOf(whole, length));
      assertMalformed("breaks off");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(0, 1, 2, 3, 4, 5); is not six numbers from 0 to 4",
        "(0, 1, 2, 3, 4, 4, 4); is not six numbers from 0 to 4",
        "(0, 1, 2); it is no tuple of digits",
        "|none~0|; it is no tuple of digits"
      })
  void anUnknownArchitectureIsRefused(String architecture, String message) throws IOException {
    new SuiteFile().add("cifar10", CELL, 91.5).add("cifar10", architecture, 50).write(file());

    assertMalformed(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(0, 1, 1, 0, 0, 0, 0); are no matrix with operations",
        "(0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 7, 1); there is no operation 7",
        "(0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1); (0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1): "
      })
  void anUnknownModuleIsRefused(String architecture, String message) throws IOException {
    new SuiteFile().add("cifar10", architecture, 50).write("nasbench101", file());

    assertMalformed(message);
  }

  @Test
  void aDuplicateArchitectureIsRefused() throws IOException {
    new SuiteFile().add("cifar10", CELL, 91.5).add("cifar10", OTHER_CELL, 50).write(file());
    Files.writeString(file(), Files.readString(file()).replace(OTHER_CELL, CELL));

    assertMalformed("Duplicate field '(4, 3, 3, 3, 2, 3)'");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 100.5, 91.505})
  void anAccuracyThatIsNoShareOfTheImagesIsRefused(double accuracy) throws IOException {
    new SuiteFile().add("cifar10", CELL, accuracy).write(file());

    if (accuracy == 91.505) {
      assertMalformed("which is 9150.5 of 10000 images; a whole number is needed");
    } else {
      assertMalformed("a whole number is needed");
    }
  }

  @Test
  void anAccuracyThatIsNaNIsRefused() throws IOException {
    new SuiteFile().add("cifar10", CELL, 91.5).write(file());
    Files.writeString(file(), Files.readString(file()).replace("91.5}", "NaN}"));

    assertMalformed("val_accuracy is NaN %");
  }

  @Test
  void valuesOfTheWrongTypeAreRefused() throws IOException {
    tampered().put("synflow", "1.5");
    tamperedFile.write(file());
    assertMalformed("synflow is no number");

    tampered().put("synflow", List.of(1.5));
    tamperedFile.write(file());
    assertMalformed("synflow is no number");

    tampered().put("synflow", Map.of("score", 1, "extra", 2));
    tamperedFile.write(file());
    assertMalformed("synflow has the unknown field 'extra'");

    tampered().put("synflow", Map.of("score", 1, "time", -2));
    tamperedFile.write(file());
    assertMalformed("the time of synflow is -2.0");
  }

  @Test
  void proxiesWithoutEndAreRefused() throws IOException {
    for (int i = 0; i < 70; i++) {
      tampered().put("p" + i, 1.5);
    }
    tamperedFile.write(file());

    assertMalformed("at most 64 of them");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"cifar10\": 1}",
        "{\"cifar10\": {\"(0, 0, 0, 0, 0, 0)\": {}}} x",
        "{\"cifar10\": {\"(0, 0, 0, 0, 0, 0)\": 1}}"
      })
  void otherJsonIsRefused(String text) throws IOException {
    Files.writeString(file(), text);

    assertThatThrownBy(this::read)
        .isInstanceOfAny(MalformedTableException.class, UnsupportedTableException.class);
  }

  @Test
  void onlyScoresOfArchitecturesAreRecognized() throws IOException {
    for (String text :
        List.of(
            "{}",
            "{\"cifar10\": {\"a\": {}}}",
            "{\"(0, 0, 0, 0, 0, 0)\": {}}",
            "(0, 0, 0, 0, 0, 0)",
            "{\"cifar10\": {\"(0, 0, 0, 0, 0, 0)\": 1}}")) {
      Files.write(file(), text.getBytes(StandardCharsets.UTF_8));
      assertThat(FORMAT.recognizes(file())).as(text).isFalse();
    }
    new SuiteFile().add("ImageNet16-120", CELL, 50).write(file());
    assertThat(FORMAT.recognizes(file())).isTrue();
  }
}
