package org.nasbench4j.data.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.Coverage;
import org.nasbench4j.table.Fidelity;
import org.nasbench4j.table.Fraction;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.SeedChoice;
import org.nasbench4j.table.Table;
import org.nasbench4j.table.TableContract;
import org.nasbench4j.table.Training;

class CompactTableTest extends TableContract {

  @TempDir private Path folder;

  @Override
  protected Table table() throws IOException {
    CompactTables store = new CompactTables(List.of(new LetterSpace(8)), "test 1");
    Path file = folder.resolve("abc.h5");
    store.write(Contents.sparse(), file);
    return store.open(file);
  }

  private AccuracyColumn accuracy(String query) throws IOException {
    return table().accuracy(Query.parse(query));
  }

  @Test
  void infoIsWhatWasImported() throws IOException {
    assertThat(table().info().name()).isEqualTo("abc");
    assertThat(table().info().space()).isEqualTo("letters");
    assertThat(table().info().format()).isEqualTo("made-up");
    assertThat(table().info().creator()).isEqualTo("test 1");
    assertThat(table().info().sources()).containsExactly("letters.txt 00ff");
    assertThat(table().info().notes()).containsExactly("Made up.");
    assertThat(table().info().contentHash()).matches("[0-9a-f]{64}");
  }

  @Test
  void aSparseTableKnowsItsRows() throws IOException {
    Table table = table();
    assertThat(table.rows()).isEqualTo(4);
    assertThat(table.architecture(3).text()).isEqualTo("h");
    assertThatThrownBy(() -> table.row(new LetterSpace.Letter(1)))
        .isInstanceOf(MissingRecordException.class)
        .hasMessageContainingAll("(abc)", "hold b", "4 of the 8");
  }

  @Test
  void theMeanCountsOnlySeedsThatArePresent() throws IOException {
    AccuracyColumn column = accuracy("cifar100:valid:200");
    assertThat(column.fraction(0)).isEqualTo(new Fraction(5_001, 10_000));
    assertThat(column.value(0)).isEqualTo(50.01);
    assertThat(column.seeds(0)).containsExactly(777, 888);
    assertThat(column.fraction(1)).isEqualTo(new Fraction(1_000, 5_000));
    assertThat(column.seeds(1)).containsExactly(777);
    assertThat(column.seedCount(1)).isEqualTo(1);
    assertThat(column.has(2)).isFalse();
    assertThat(column.fraction(3)).isEqualTo(new Fraction(5_000, 10_000));
    assertThat(column.origin()).isEqualTo(Origin.MEASURED);
  }

  @Test
  void anAbsentSeedIsMissingAndNeverFilledIn() throws IOException {
    AccuracyColumn column = accuracy("cifar100:valid:200:888");
    assertThat(column.value(0)).isEqualTo(50.02);
    assertThat(column.value(3)).isZero();
    assertThat(column.has(1)).isFalse();
    assertThat(column.seeds(1)).isEmpty();
    assertThatThrownBy(() -> column.value(1))
        .isInstanceOf(MissingRecordException.class)
        .hasMessageContainingAll("cifar100:valid:200:888", "of c", "[777]");
    assertThatThrownBy(() -> column.value(2)).hasMessageContaining("no seed was measured");
  }

  @Test
  void anOfficialMeanIsPreferredToDerivedSeeds() throws IOException {
    AccuracyColumn mean = accuracy("cifar100:test:200");
    assertThat(mean.fraction(0)).isEqualTo(new Fraction(31, 10_000));
    assertThat(mean.origin()).isEqualTo(Origin.MEASURED);
    assertThat(mean.seeds(0)).isEmpty();
    assertThat(mean.seedCount(0)).isEqualTo(2);
    AccuracyColumn seed = accuracy("cifar100:test:200:888");
    assertThat(seed.fraction(0)).isEqualTo(new Fraction(20, 5_000));
    assertThat(seed.origin()).isEqualTo(Origin.DERIVED);
  }

  @Test
  void derivedSeedsGiveADerivedMeanWhereNothingElseIsKnown() throws IOException {
    AccuracyColumn mean = accuracy("cifar100:test:3");
    assertThat(mean.fraction(0)).isEqualTo(new Fraction(30, 10_000));
    assertThat(mean.origin()).isEqualTo(Origin.DERIVED);
  }

  @Test
  void aMeanOfUnnamedSeedsMayBeAbsent() throws IOException {
    AccuracyColumn mean = accuracy("cifar10:test:200");
    // NAS-Bench-201's best CIFAR-10 cell: 28312/30000 = 94.3733 %
    assertThat(mean.value(0)).isEqualTo(100.0 * 28_312 / 30_000);
    assertThat(mean.has(2)).isFalse();
    assertThatThrownBy(() -> mean.fraction(2))
        .isInstanceOf(MissingRecordException.class)
        .hasMessageContaining("of d");
  }

  @Test
  void epochsAndManyImagesAreKept() throws IOException {
    assertThat(accuracy("cifar10-all:train:3@0").fraction(2)).isEqualTo(new Fraction(3, 50_000));
    assertThat(accuracy("cifar10-all:train:3@1").fraction(2))
        .isEqualTo(new Fraction(40_003, 50_000));
    assertThat(accuracy("cifar10-all:train:3").value(0)).isEqualTo(100);
    assertThat(accuracy("cifar10-all:train:3:111").has(3)).isFalse();
  }

  @Test
  void aMissingEpochSaysWhichExist() throws IOException {
    Table table = table();
    assertThatThrownBy(() -> table.accuracy(Query.parse("cifar100:valid:200@99")))
        .isInstanceOf(MissingRecordException.class)
        .hasMessageContaining("valid of the 200-epoch schedule is stored only at epoch 199")
        .hasMessageContaining("cifar100:test:3 at epoch 2, seeds 777, 888 (derived)");
  }

  @Test
  void aMissingSeedSaysWhichExist() throws IOException {
    Table table = table();
    assertThatThrownBy(() -> table.accuracy(Query.parse("cifar100:valid:200:999")))
        .isInstanceOf(MissingRecordException.class)
        .hasMessageContaining("no such seed")
        .hasMessageContaining("cifar100:valid:200 at epoch 199, seeds 777, 888");
    assertThatThrownBy(() -> table.accuracy(Query.parse("cifar10:test:200:777")))
        .hasMessageContaining("cifar10-all:test:200 at epoch 199, mean only");
  }

  @Test
  void aMissingTrainingSaysWhatExistsElsewhere() throws IOException {
    Table table = table();
    assertThatThrownBy(() -> table.accuracy(Query.parse("imagenet16-120:valid:200")))
        .isInstanceOf(MissingRecordException.class)
        .hasMessageContainingAll("imagenet16-120:valid:200", "cifar10-all:train:3 at epochs 0..2");
    assertThatThrownBy(() -> table.loss(Query.parse("cifar10:test:200")))
        .hasMessageContaining("no loss of")
        .hasMessageContaining("cifar100:valid:3 at epochs 0, 2, seeds 1, 2");
  }

  @Test
  void lossesAreMeansOfTheSeedsPresent() throws IOException {
    Column mean = table().loss(Query.parse("cifar100:valid:3@0"));
    assertThat(mean.value(0)).isEqualTo(1.5);
    assertThat(mean.value(1)).isEqualTo(3);
    assertThat(table().loss(Query.parse("cifar100:valid:3")).has(2)).isFalse();
    assertThat(table().loss(Query.parse("cifar100:valid:3:2")).value(3)).isEqualTo(17);
  }

  @Test
  void trainingTakesItsEpochs() throws IOException {
    Column seconds =
        table()
            .trainingSeconds(
                Training.CIFAR100, new Fidelity(Contents.LONG, 99), SeedChoice.of(4_711));
    assertThat(seconds.value(1)).isEqualTo(250);
    Table table = table();
    assertThatExceptionOfType(MissingRecordException.class)
        .isThrownBy(
            () ->
                table.trainingSeconds(
                    Training.CIFAR10_ALL, Fidelity.endOf(Contents.LONG), SeedChoice.MEAN));
  }

  @Test
  void evaluationTakesAsLongAsItTook() throws IOException {
    Column mean = table().evaluationSeconds(Query.parse("cifar100:valid:200"));
    assertThat(mean.value(0)).isEqualTo(2);
    assertThat(mean.value(1)).isEqualTo(2);
    assertThat(mean.has(2)).isFalse();
    Column one = table().evaluationSeconds(Query.parse("cifar100:valid:200:888"));
    assertThat(one.value(0)).isEqualTo(3);
    assertThatThrownBy(() -> one.value(1))
        .isInstanceOf(MissingRecordException.class)
        .hasMessageContainingAll("evaluation time", "of c");
  }

  @Test
  void columnsKeepInfinitiesAndGaps() throws IOException {
    assertThat(table().columns()).containsExactly("nwot", "params");
    assertThat(table().column("nwot").value(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(table().column("nwot").value(1)).isEqualTo(5.9e66);
    assertThat(table().column("params").has(3)).isFalse();
  }

  @Test
  void coverageTellsRecordsFromExpectations() throws IOException {
    assertThat(table().coverage())
        .hasSize(6)
        .contains(
            new Coverage(
                Training.CIFAR100,
                Query.parse("cifar100:valid:200").measure().split(),
                Contents.LONG,
                List.of(199),
                List.of(777, 888),
                5_000,
                Origin.MEASURED,
                5,
                8));
  }
}
