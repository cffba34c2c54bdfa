package org.nasbench4j.data.natsbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasbench4j.RealData;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.Training;

/**
 * The published records 0 and 11 of the size space: numbers computed with Python's pickle and the
 * official API.
 */
class NatsSizePublishedRecordsTest {
  private static final String FOLDER = "natsbench/NATS-sss-v1_0-50262-simple";
  private static final int ROWS = 2;

  @Test
  void bothRecordsAreRead() throws IOException {
    TableContent content = content();

    assertThat(content.space()).isEqualTo("nats-sss");
    assertThat(((RowNames.Indexed) content.rows()).indices()).containsExactly(0, 11);
    assertThat(content.notes())
        .contains("The folder holds the records of 2 of 32768 architectures.");
    assertThat(content.sources())
        .containsExactly(
            "NATS-sss-v1_0-50262-simple"
                + " 56bb8e258ba19db36b395821a7cb6290a56a7b9be5ab6c32f83b04b7e9a6f9b0",
            "meta.pickle.pbz2 63abccf2cfd42604a24c270aafb1faa56fbdaf1418368af82346750642c45383");
  }

  // Number of values, sum of counts, sum of losses over both records, by CPython.
  @ParameterizedTest
  @CsvSource({
    "cifar10-all, 1, test, 2, 8680, 3.093085600090027",
    "cifar10-all, 1, train, 2, 35153, 3.4114345459365847",
    "cifar10-all, 12, test, 72, 451319, 78.52481081233022",
    "cifar10-all, 12, train, 72, 2392783, 66.89860369602204",
    "cifar10-all, 90, test, 180, 1297351, 152.68413088541027",
    "cifar10-all, 90, train, 180, 7051735, 111.3196102296115",
    "cifar10-half, 1, test, 2, 5559, 3.7148233177185057",
    "cifar10-half, 1, train, 2, 14310, 3.7454802100372313",
    "cifar10-half, 1, valid, 2, 13768, 3.743314900856018",
    "cifar10-half, 12, test, 72, 411038, 86.62596445493695",
    "cifar10-half, 12, train, 72, 1066973, 79.93384409856795",
    "cifar10-half, 12, valid, 72, 1031065, 86.5074483449936",
    "cifar10-half, 90, test, 180, 1245173, 167.81209968576428",
    "cifar10-half, 90, train, 180, 3420698, 120.79381707666397",
    "cifar10-half, 90, valid, 180, 3126294, 166.83168054964062",
    "cifar100, 1, test, 2, 800, 7.888626787185669",
    "cifar100, 1, train, 2, 5391, 8.413919259262084",
    "cifar100, 1, valid, 2, 775, 7.880239736175537",
    "cifar100, 1, valid+test, 2, 1575, 7.884433321380614",
    "cifar100, 12, test, 72, 77124, 231.79904295921324",
    "cifar100, 12, train, 72, 847760, 220.95482436405183",
    "cifar100, 12, valid, 72, 76972, 231.1292340488433",
    "cifar100, 12, valid+test, 72, 154096, 231.46413865242002",
    "cifar100, 90, test, 180, 282434, 493.02554118118263",
    "cifar100, 90, train, 180, 3340918, 425.9248415184787",
    "cifar100, 90, valid, 180, 282884, 493.0967330636976",
    "cifar100, 90, valid+test, 180, 565318, 493.0611362722394",
    "imagenet16-120, 1, test, 2, 347, 8.566816163380942",
    "imagenet16-120, 1, train, 2, 11996, 8.898009951182235",
    "imagenet16-120, 1, valid, 2, 356, 8.532752029418946",
    "imagenet16-120, 1, valid+test, 2, 703, 8.549784309387206",
    "imagenet16-120, 12, test, 72, 26063, 275.91376425107313",
    "imagenet16-120, 12, train, 72, 1337826, 272.9753671523719",
    "imagenet16-120, 12, valid, 72, 26815, 275.47795152727764",
    "imagenet16-120, 12, valid+test, 72, 52878, 275.69585859489433",
    "imagenet16-120, 90, test, 180, 80180, 657.5907798550924",
    "imagenet16-120, 90, train, 180, 4349183, 640.0858949923025",
    "imagenet16-120, 90, valid, 180, 82291, 657.6371683591207",
    "imagenet16-120, 90, valid+test, 180, 162471, 657.6139723180131",
  })
  void everyCountAndLossIsThere(
      String training, int epochs, String split, int values, long counts, double losses)
      throws IOException {
    TableContent content = content();
    AccuracyBlock accuracies =
        Blocks.accuracies(
            content, Training.parse(training), Split.parse(split), new Schedule(epochs));

    assertThat(content.accuracies()).hasSize(39);
    Blocks.assertSums(content, accuracies, values, counts, losses);
  }

  // Accuracies after 90 epochs as the records have them; of CIFAR-10 by the official API, too.
  @ParameterizedTest
  @CsvSource({
    "0, cifar10-half, valid, 76.888",
    "0, cifar10-all, test, 79.79",
    "0, cifar100, valid, 32.24",
    "0, cifar100, test, 32.3",
    "0, cifar100, valid+test, 32.27",
    "0, imagenet16-120, valid, 16.6",
    "0, imagenet16-120, test, 15.533333",
    "1, cifar10-half, valid, 83.724",
    "1, cifar10-all, test, 85.77",
    "1, cifar100, valid, 54.46",
    "1, cifar100, test, 53.68",
    "1, imagenet16-120, valid, 25.666667",
    "1, imagenet16-120, test, 25.466667",
    "1, imagenet16-120, valid+test, 25.566667",
  })
  void theAccuracyAfterNinetyEpochsIsTheOfficialOne(
      int row, String training, String split, double percent) throws IOException {
    AccuracyBlock block =
        Blocks.accuracies(
            content(), Training.parse(training), Split.parse(split), new Schedule(90));

    assertThat(block.axes().seeds()).containsExactly(777);
    assertThat(100.0 * block.correct()[block.axes().position(ROWS, 89, row, 0)] / block.images())
        .isCloseTo(percent, within(5e-7));
  }

  // The accuracies among which the official API's simulate_train_eval chooses, by seed.
  @ParameterizedTest
  @CsvSource({"0, 66.604, 66.248, 66.588", "1, 74.212, 73.164, 72.936"})
  void theTwelveEpochAccuraciesAreThoseOfTheSimulation(
      int row, double first, double second, double third) throws IOException {
    AccuracyBlock block =
        Blocks.accuracies(content(), Training.CIFAR10_HALF, Split.VALID, new Schedule(12));

    assertThat(block.axes().seeds()).containsExactly(777, 888, 999);
    assertThat(
            IntStream.range(0, 3)
                .mapToObj(
                    seed ->
                        block.correct()[block.axes().position(ROWS, 11, row, seed)]
                            * 100
                            / 25_000.0))
        .containsExactly(first, second, third);
  }

  // Seconds that simulate_train_eval charges: all training epochs and one validation.
  @ParameterizedTest
  @CsvSource({
    "0, cifar10-half, 12, 43.79654908180237",
    "0, cifar10-half, 90, 320.54764199256897",
    "0, cifar100, 12, 62.000874757766724",
    "0, imagenet16-120, 12, 117.7577109336853",
    "1, cifar10-half, 12, 36.64230132102966",
    "1, cifar100, 12, 66.80711269378662",
    "1, imagenet16-120, 90, 1008.4767217636108",
  })
  void trainingAndOneValidationCostTheOfficialSeconds(
      int row, String training, int epochs, double seconds) throws IOException {
    TableContent content = content();
    Training trained = Training.parse(training);
    Schedule schedule = new Schedule(epochs);
    double epoch = Blocks.meanSeconds(content, trained, Split.TRAIN, schedule, row);
    double validation = Blocks.meanSeconds(content, trained, Split.VALID, schedule, row);

    assertThat(epochs * epoch + validation).isCloseTo(seconds, within(1e-9));
  }

  @Test
  void costsAreThoseOfTheRecords() throws IOException {
    TableContent content = content();

    assertThat(content.columns().get("params")).containsExactly(11_714, 49_202);
    assertThat(content.columns().get("params-cifar100")).containsExactly(12_524, 52_172);
    assertThat(content.columns().get("params-imagenet16-120")).containsExactly(12_704, 52_832);
    assertThat(content.columns().get("flops")).containsExactly(4.481114, 6.84065);
    assertThat(content.columns().get("flops-imagenet16-120")).containsExactly(1.121336, 1.71404);
    assertThat(content.columns().get("latency-cifar10"))
        .containsExactly(0.013029119615652122, 0.015300797199716373);
  }

  private static TableContent content() throws IOException {
    return new NatsSimpleFormat().read(RealData.file(FOLDER), ImportProgress.SILENT);
  }
}
