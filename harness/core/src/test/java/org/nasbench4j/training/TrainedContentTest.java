package org.nasbench4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.journal.ResultJournal;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableContent.SecondsBlock;

class TrainedContentTest {
  private static final TrainingHeader HEADER = header(EpochChoice.EACH, 0, 1);

  @TempDir private Path folder;

  private static TrainingHeader header(EpochChoice tested, Integer... seeds) {
    return new TrainingHeader(
        "nb201",
        "fashion-mnist-14",
        1,
        List.of(1, 2),
        tested,
        List.of(seeds),
        new SplitSizes(40, 20, 10),
        new TreeMap<>(Map.of("recipe", "tiny")));
  }

  private static SeedResults results(int correct) {
    return new SeedResults(List.of(correct, correct + 1), List.of(0.5f, Float.NaN));
  }

  // Each number says where it belongs.
  private static TrainedSchedule schedule(int epochs, int base) {
    List<TrainedEpoch> curve =
        List.of(
            new TrainedEpoch(results(base), results(base + 2), results(base + 4)),
            new TrainedEpoch(results(base + 1), results(base + 3), results(base + 5)));
    return new TrainedSchedule(curve.subList(0, epochs), 8, 2, 1);
  }

  private static TrainedArchitecture trained(int index) {
    return new TrainedArchitecture(index, List.of(schedule(1, 0), schedule(2, index)));
  }

  // Six architectures: odd ones compute what 1 does, even ones what 0 does.
  private static TableContent content(TrainedArchitecture... records) {
    return content(HEADER, records);
  }

  private static TableContent content(TrainingHeader header, TrainedArchitecture... records) {
    return content(header, EpochChoice.EACH, records);
  }

  private static TableContent content(
      TrainingHeader header, EpochChoice losses, TrainedArchitecture... records) {
    Map<Integer, TrainedArchitecture> byIndex = new TreeMap<>();
    for (TrainedArchitecture record : records) {
      byIndex.put(record.architecture(), record);
    }
    return TrainedContent.of(
        header,
        byIndex,
        new TrainedContent.Sharing(6, 2, index -> index % 2),
        new TrainedContent.Extras(
            "train",
            losses,
            new TreeMap<>(Map.of("params", new double[] {0, 10, 20, 30, 40, 50})),
            List.of("params: counted.")));
  }

  @Test
  void aFunctionsNumbersStandAtAllItsArchitecturesAndOnlyThere() {
    TableContent content = content(trained(1));
    assertThat(((RowNames.Indexed) content.rows()).indices()).containsExactly(1, 3, 5);
    assertThat(content.columns().get("params")).containsExactly(10, 30, 50);
    AccuracyBlock last = content.accuracies().get(5);
    assertThat(last.axes().split()).hasToString("test");
    assertThat(last.axes().schedule().epochs()).isEqualTo(2);
    assertThat(last.images()).isEqualTo(10);
    assertThat(last.correct()).containsExactly(5, 6, 5, 6, 5, 6, 6, 7, 6, 7, 6, 7);
  }

  @Test
  void aTableKeepsTheLossesThatItIsAskedToKeep() {
    assertThat(content(HEADER, EpochChoice.NEVER, trained(1)).series()).isEmpty();
    TableContent last = content(HEADER, EpochChoice.LAST, trained(1));
    assertThat(last.series())
        .extracting(block -> block.axes().epochs())
        .containsExactly(List.of(0), List.of(0), List.of(0), List.of(1), List.of(1), List.of(1));
    assertThat(last.series().get(5).values())
        .containsExactly(0.5f, Float.NaN, 0.5f, Float.NaN, 0.5f, Float.NaN);
    assertThat(last.accuracies().get(3).axes().epochs()).containsExactly(0, 1);
  }

  @Test
  void epochsWithoutTestAreMissingAndCostNothing() {
    SeedResults one = results(7);
    TrainedSchedule once =
        new TrainedSchedule(
            List.of(new TrainedEpoch(one, one, null), new TrainedEpoch(one, one, results(3))),
            8,
            2,
            1);
    TableContent content =
        content(
            header(EpochChoice.LAST, 0, 1),
            new TrainedArchitecture(0, List.of(schedule(1, 0), once)));
    AccuracyBlock test = content.accuracies().get(5);
    assertThat(test.axes().epochs()).containsExactly(1);
    assertThat(test.correct()).containsExactly(3, 4, 3, 4, 3, 4);
    assertThat(content.accuracies().get(4).axes().epochs()).containsExactly(0, 1);
    assertThat(content.seconds().get(5).seconds()).containsOnly(0.5);
  }

  @Test
  void aTableThatWasNeverTestedHasNoTestAccuracies() {
    TrainedEpoch epoch = new TrainedEpoch(results(7), results(7), null);
    TrainedSchedule once = new TrainedSchedule(List.of(epoch), 8, 2, 0);
    TrainedSchedule twice = new TrainedSchedule(List.of(epoch, epoch), 8, 2, 0);
    TableContent content =
        content(header(EpochChoice.NEVER, 0, 1), new TrainedArchitecture(0, List.of(once, twice)));
    assertThat(content.accuracies())
        .extracting(block -> block.axes().split().toString())
        .containsOnly("train", "valid");
    assertThat(content.seconds()).hasSize(4);
  }

  @Test
  void aSeedIsChargedItsShareOfEachEpoch() {
    SecondsBlock training = content(trained(0)).seconds().get(3);
    assertThat(training.kind()).isEqualTo(SecondsBlock.Kind.TRAINING_EPOCH);
    assertThat(training.schedule().epochs()).isEqualTo(2);
    assertThat(training.seconds()).containsExactly(2, 2, 2);
  }

  @Test
  void theTableSaysWhatIsMissing() {
    assertThat(content(trained(1)).notes().toString())
        .contains("1 of 2 functions", "3 of 6", "other 3 are missing", "params: counted.");
    assertThat(content(trained(0), trained(1)).notes().toString())
        .contains("2 of 2 functions")
        .doesNotContain("missing");
  }

  @Test
  void trainingsComeBackFromTheJournalAsTheyWere() throws IOException {
    Path file = folder.resolve("tiny.journal");
    try (ResultJournal<TrainingHeader, TrainedArchitecture> journal =
        TrainingJournal.open(file, HEADER)) {
      journal.append(trained(4));
    }
    try (ResultJournal<TrainingHeader, TrainedArchitecture> journal =
        TrainingJournal.open(file, HEADER)) {
      assertThat(journal.records()).containsExactly(Map.entry(4, trained(4)));
    }
    // As it was before the choice of epochs.
    List<String> lines = Files.readAllLines(file);
    String older =
        lines.get(0).substring(lines.get(0).indexOf('\t') + 1).replace("\"tested\":\"EACH\",", "");
    CRC32C crc = new CRC32C();
    crc.update(older.getBytes(StandardCharsets.UTF_8));
    Path old = folder.resolve("old.journal");
    Files.write(old, List.of("%08x\t%s".formatted(crc.getValue(), older), lines.get(1)));
    try (ResultJournal<TrainingHeader, TrainedArchitecture> journal =
        TrainingJournal.open(old, HEADER)) {
      assertThat(older).doesNotContain("tested");
      assertThat(journal.records()).containsOnlyKeys(4);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrainingJournal.open(file, header(EpochChoice.EACH, 0)))
        .withMessageContainingAll("{seeds=[0, 1]}", "{seeds=[0]}", "another file");
  }

  @Test
  void headersThatCannotBeAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> header(EpochChoice.LAST, 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> header(EpochChoice.LAST, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> new SplitSizes(1, 0, 1));
  }
}
