package org.nasbench4j.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.data.compact.CompactTables;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.Table;

class SyntheticNb201Test {
  @TempDir Path folder = Path.of("");

  private Table table(long seed) throws IOException {
    CompactTables store = new CompactTables(List.of(new Nb201Space()));
    Path file = folder.resolve(seed + ".h5");
    store.write(SyntheticNb201.content(seed), file);
    return store.open(file);
  }

  @Test
  void holdsTheWholeSpaceAndSaysThatItIsNotReal() throws IOException {
    Table table = table(1);

    assertThat(table.rows()).isEqualTo(15_625);
    assertThat(table.info().format()).isEqualTo("synthetic");
    assertThat(table.info().notes()).anyMatch(note -> note.contains("drawn at random"));
  }

  @Test
  void equalSeedsGiveEqualTables() throws IOException {
    assertThat(table(1).info().contentHash()).isEqualTo(table(1).info().contentHash());
    assertThat(table(1).info().contentHash()).isNotEqualTo(table(2).info().contentHash());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cifar10:valid:12", "cifar10:valid:200", "cifar10:test:200",
        "cifar100:valid:12", "cifar100:valid:200", "cifar100:test:200",
        "imagenet16-120:valid:12", "imagenet16-120:valid:200", "imagenet16-120:test:200"
      })
  void everyCellHasAllThatAStudyNeeds(String measure) throws IOException {
    AccuracyColumn column = table(1).accuracy(Query.parse(measure));

    assertThat(IntStream.range(0, column.rows()).allMatch(column::has)).isTrue();
  }

  @Test
  void aboutHalfOfTheCellsHaveTheThirdSeedAsPublished() throws IOException {
    AccuracyColumn third = table(1).accuracy(Query.parse("cifar10:valid:200:999"));

    // The published table has it for 8,169 cells.
    assertThat(IntStream.range(0, third.rows()).filter(third::has).count())
        .isBetween(7_900L, 8_450L);
  }

  @Test
  void twelveEpochsCostAsMuchAsPublishedOnAverage() throws IOException {
    Query search = Query.parse("cifar10:valid:12");
    Column seconds =
        table(1)
            .trainingSeconds(
                search.measure().training(), search.measure().fidelity(), search.seeds());

    // The published mean is 1,828 s for 200 epochs.
    assertThat(IntStream.range(0, seconds.rows()).mapToDouble(seconds::value).average())
        .hasValueCloseTo(1_828 * 12 / 200., within(5.0));
  }
}
