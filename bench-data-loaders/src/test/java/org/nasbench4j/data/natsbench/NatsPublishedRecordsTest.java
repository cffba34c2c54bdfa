package org.nasbench4j.data.natsbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasbench4j.RealData;
import org.nasbench4j.data.pickle.PickleReader;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableContent.Axes;
import org.nasbench4j.table.TableContent.SecondsBlock;
import org.nasbench4j.table.Training;
import org.nasbench4j.table.UnsupportedTableException;

/** The published records 0 and 11: numbers computed with Python's pickle and the official API. */
class NatsPublishedRecordsTest {
  private static final String FOLDER = "natsbench/NATS-tss-v1_0-3ffb9-simple";
  private static final int ROWS = 2;

  @Test
  void bothRecordsAreRead() throws IOException {
    TableContent content = content();

    assertThat(((RowNames.Indexed) content.rows()).indices()).containsExactly(0, 11);
    assertThat(content.notes())
        .contains("The folder holds the records of 2 of 15625 architectures.");
    assertThat(content.sources())
        .containsExactly(
            "NATS-tss-v1_0-3ffb9-simple"
                + " 76886a3c6bf76b08e2c0bc8b91d433ba8180aa13aff74b0ab37b6ff907361ef5",
            "meta.pickle.pbz2 7ecc7932fabec6b80551e07b845346de99d83c673f67a1891d619576b3fa053c");
  }

  // Number of values, sum of counts, sum of losses over both records, by CPython.
  @ParameterizedTest
  @CsvSource({
    "cifar10-half, 12, train, 48, 600454, 64.80718035245894",
    "cifar10-half, 12, valid, 48, 565191, 71.64904485219955",
    "cifar10-half, 12, test, 48, 226092, 71.40383521318437",
    "cifar10-half, 200, train, 1200, 24131952, 661.2837195332031",
    "cifar10-half, 200, valid, 1200, 20627063, 1254.0441805382422",
    "cifar10-half, 200, test, 6, 50751, 3.430432518863678",
    "cifar10-all, 12, train, 24, 709218, 26.966041775703424",
    "cifar10-all, 12, test, 24, 125069, 34.59726211805344",
    "cifar10-all, 200, train, 1200, 49379005, 607.5727957639024",
    "cifar10-all, 200, test, 1200, 8385539, 1260.8141279975182",
    "cifar100, 12, train, 24, 255775, 76.86075136878966",
    "cifar100, 12, valid, 24, 21685, 83.81853524513245",
    "cifar100, 12, test, 24, 21630, 83.8587693649292",
    "cifar100, 12, valid+test, 24, 43315, 83.83865223503115",
    "cifar100, 200, train, 1200, 32913440, 1996.4035997284734",
    "cifar100, 200, valid, 6, 18023, 9.496135943031312",
    "cifar100, 200, test, 6, 18078, 9.517047533035278",
    "cifar100, 200, valid+test, 1200, 4513946, 3380.045703688136",
    "imagenet16-120, 12, train, 24, 386506, 93.33886061060483",
    "imagenet16-120, 12, valid, 24, 7083, 96.80876237869262",
    "imagenet16-120, 12, test, 24, 6657, 97.299199552536",
    "imagenet16-120, 12, valid+test, 24, 13740, 97.05398107528688",
    "imagenet16-120, 200, train, 1200, 35693681, 4019.7777581432642",
    "imagenet16-120, 200, valid, 6, 5276, 17.194572802861533",
    "imagenet16-120, 200, test, 6, 5112, 17.337641593933103",
    "imagenet16-120, 200, valid+test, 1200, 1111956, 4511.599336699801"
  })
  void everyCountAndLossIsThere(
      String training, int epochs, String split, int values, long counts, double losses)
      throws IOException {
    TableContent content = content();
    AccuracyBlock accuracies =
        Blocks.accuracies(
            content, Training.parse(training), Split.parse(split), new Schedule(epochs));

    assertThat(content.accuracies()).hasSize(26);
    Blocks.assertSums(content, accuracies, values, counts, losses);
  }

  // spec: means over all seeds of the 200-epoch schedule, by the official API.
  @ParameterizedTest
  @CsvSource({
    "0, cifar10-half, valid, 81.982667",
    "0, cifar10-all, test, 85.863333",
    "0, cifar100, valid, 52.7",
    "0, cifar100, test, 52.913333",
    "0, cifar100, valid+test, 52.806667",
    "0, imagenet16-120, valid, 28.211111",
    "0, imagenet16-120, test, 26.633333",
    "0, imagenet16-120, valid+test, 27.422222",
    "1, cifar10-half, valid, 87.94",
    "1, cifar10-all, test, 91.583333",
    "1, cifar100, valid, 67.453333",
    "1, cifar100, test, 67.606667",
    "1, cifar100, valid+test, 67.53",
    "1, imagenet16-120, valid, 30.411111",
    "1, imagenet16-120, test, 30.166667",
    "1, imagenet16-120, valid+test, 30.288889"
  })
  void theMeanOverSeedsIsTheOfficialOne(int row, String training, String split, double percent)
      throws IOException {
    AccuracyBlock block =
        Blocks.accuracies(
            content(), Training.parse(training), Split.parse(split), new Schedule(200));
    Axes axes = block.axes();
    int last = axes.epochs().size() - 1;
    double correct =
        IntStream.range(0, axes.seeds().size())
            .map(seed -> block.correct()[axes.position(ROWS, last, row, seed)])
            .sum();

    assertThat(axes.seeds()).containsExactly(777, 888, 999);
    assertThat(axes.epochs().get(last)).isEqualTo(199);
    assertThat(100 * correct / axes.seeds().size() / block.images())
        .isCloseTo(percent, within(5e-7));
  }

  // spec: the accuracies among which the official API's simulate_train_eval chooses.
  @ParameterizedTest
  @CsvSource({"0, 62.712, 64.016", "1, 62.58, 63.976"})
  void theTwelveEpochAccuraciesAreThoseOfTheSimulation(int row, double low, double high)
      throws IOException {
    AccuracyBlock block =
        Blocks.accuracies(content(), Training.CIFAR10_HALF, Split.VALID, new Schedule(12));

    assertThat(
            IntStream.range(0, 2)
                .mapToObj(
                    seed ->
                        block.correct()[block.axes().position(ROWS, 11, row, seed)]
                            * 100
                            / 25_000.0)
                .sorted())
        .containsExactly(low, high);
  }

  // spec: seconds that simulate_train_eval charges: all training epochs and one validation.
  @ParameterizedTest
  @CsvSource({
    "0, 12, 89.2020952247438",
    "0, 200, 1446.7675790332612",
    "1, 12, 153.6959332625071",
    "1, 200, 2496.562610864639"
  })
  void trainingAndOneValidationCostTheOfficialSeconds(int row, int epochs, double seconds)
      throws IOException {
    TableContent content = content();
    Schedule schedule = new Schedule(epochs);
    double training =
        Blocks.meanSeconds(content, Training.CIFAR10_HALF, Split.TRAIN, schedule, row);
    double validation =
        Blocks.meanSeconds(content, Training.CIFAR10_HALF, Split.VALID, schedule, row);

    assertThat(epochs * training + validation).isCloseTo(seconds, within(1e-9));
  }

  @Test
  void everyTrainingAndEvaluationHasItsSeconds() throws IOException {
    List<SecondsBlock> seconds = content().seconds();

    assertThat(seconds).hasSize(26);
    assertThat(seconds).allSatisfy(block -> assertThat(block.seconds()).isNotEmpty());
    assertThat(seconds.stream().flatMapToDouble(block -> Arrays.stream(block.seconds())))
        .allMatch(value -> value > 0);
  }

  @Test
  void costsAreThoseOfTheRecords() throws IOException {
    TableContent content = content();

    assertThat(content.columns().get("params")).containsExactly(129_306, 802_426);
    assertThat(content.columns().get("params-cifar100")).containsExactly(135_156, 808_276);
    assertThat(content.columns().get("params-imagenet16-120")).containsExactly(136_456, 809_576);
    assertThat(content.columns().get("flops")).containsExactly(15.64737, 113.95137);
    assertThat(content.columns().get("flops-imagenet16-120")).containsExactly(3.91948, 28.49548);
    assertThat(content.columns().get("latency-cifar10"))
        .containsExactly(0.0139359758611311, 0.016163252947623268);
  }

  @Test
  void randomDamageGivesDeclaredErrorsOnly() throws IOException {
    Path file = RealData.file(FOLDER).resolve("000000.pickle.pbz2");
    byte[] pickle;
    try (InputStream in = new BZip2CompressorInputStream(Files.newInputStream(file))) {
      pickle = in.readAllBytes();
    }
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < 200; trial++) {
      byte[] damaged = pickle.clone();
      int position = random.nextInt(pickle.length);
      damaged[position] = (byte) random.nextInt(256);
      Throwable thrown =
          catchThrowable(
              () -> PickleReader.withDefaults().read(file, new ByteArrayInputStream(damaged)));
      if (thrown != null) {
        assertThat(thrown)
            .as("seed 1, trial %d, byte %d", trial, position)
            .isInstanceOfAny(MalformedTableException.class, UnsupportedTableException.class);
      }
    }
  }

  private static TableContent content() throws IOException {
    return new NatsSimpleFormat().read(RealData.file(FOLDER), ImportProgress.SILENT);
  }
}
