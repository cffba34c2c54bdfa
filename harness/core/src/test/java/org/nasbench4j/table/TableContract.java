package org.nasbench4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link Table} keeps to, whatever it holds. */
public abstract class TableContract {

  /** A table with rows; the same at every call. */
  protected abstract Table table() throws IOException;

  @Test
  void rowsAndArchitecturesAreInverse() throws IOException {
    Table table = table();
    assertThat(IntStream.range(0, table.rows()))
        .allSatisfy(row -> assertThat(table.row(table.architecture(row))).isEqualTo(row));
  }

  @Test
  void rowsOutOfRangeAreRefused() throws IOException {
    Table table = table();
    for (int row : new int[] {-1, table.rows()}) {
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> table.architecture(row));
      for (AccuracyColumn column : columns(table)) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
            .isThrownBy(() -> column.has(row));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
            .isThrownBy(() -> column.value(row));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
            .isThrownBy(() -> column.fraction(row));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
            .isThrownBy(() -> column.seeds(row));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
            .isThrownBy(() -> column.seedCount(row));
      }
    }
  }

  @Test
  void everythingThatIsCoveredIsAnswered() throws IOException {
    assertThat(columns(table())).isNotEmpty().allSatisfy(TableContract::isCoherent);
  }

  @Test
  void coverageCountsWhatIsThere() throws IOException {
    Table table = table();
    for (Coverage coverage : table.coverage()) {
      long records =
          queries(coverage).stream()
              .filter(query -> isPlain(query, coverage))
              .map(table::accuracy)
              .filter(column -> column.origin() == coverage.origin())
              .mapToLong(TableContract::present)
              .sum();
      assertThat(records).as("%s", coverage).isIn(0L, coverage.records());
      assertThat(coverage.records()).isLessThanOrEqualTo(coverage.expected());
    }
  }

  @Test
  void theMeanOverSeedsIsTheExactMeanOfTheSeedsPresent() throws IOException {
    Table table = table();
    for (Coverage coverage : table.coverage()) {
      for (Query query : queries(coverage)) {
        AccuracyColumn mean = table.accuracy(query);
        if (query.seeds().equals(SeedChoice.MEAN) && mean.origin() == Origin.MEASURED) {
          for (int row = 0; row < table.rows(); row++) {
            isSumOfSeeds(table, mean, row);
          }
        }
      }
    }
  }

  @Test
  void unknownColumnsAreRefusedWithTheKnownOnes() throws IOException {
    Table table = table();
    assertThat(table.columns()).isSorted();
    assertThatThrownBy(() -> table.column("no-such-column"))
        .isInstanceOf(MissingRecordException.class)
        .hasMessageContaining("no-such-column")
        .hasMessageContainingAll(table.columns().toArray(CharSequence[]::new));
    for (String name : table.columns()) {
      assertThat(table.column(name).rows()).isEqualTo(table.rows());
    }
  }

  @Test
  void unknownMeasuresAreRefused() throws IOException {
    Table table = table();
    Query query =
        new Query(
            Measure.atEnd(Training.CIFAR100, Split.TEST, new Schedule(7_777)), SeedChoice.MEAN);
    assertThatExceptionOfType(MissingRecordException.class)
        .isThrownBy(() -> table.accuracy(query))
        .withMessageContaining(query.toString());
    assertThatExceptionOfType(MissingRecordException.class).isThrownBy(() -> table.loss(query));
    assertThatExceptionOfType(MissingRecordException.class)
        .isThrownBy(() -> table.evaluationSeconds(query));
  }

  private static void isSumOfSeeds(Table table, AccuracyColumn mean, int row) {
    List<Fraction> parts =
        mean.seeds(row).stream()
            .map(seed -> new Query(mean.query().measure(), SeedChoice.of(seed)))
            .map(query -> table.accuracy(query).fraction(row))
            .toList();
    if (!parts.isEmpty()) {
      assertThat(mean.fraction(row))
          .isEqualTo(
              new Fraction(
                  parts.stream().mapToLong(Fraction::correct).sum(),
                  parts.stream().mapToLong(Fraction::total).sum()));
    }
  }

  private static void isCoherent(AccuracyColumn column) {
    for (int row = 0; row < column.rows(); row++) {
      int current = row;
      if (column.has(row)) {
        assertThat(column.value(row)).isEqualTo(column.fraction(row).percent()).isBetween(0., 100.);
        assertThat(column.seedCount(row)).isPositive();
        assertThat(column.seeds(row).size()).isIn(0, column.seedCount(row));
      } else {
        assertThat(column.seedCount(row)).isZero();
        assertThat(column.seeds(row)).isEmpty();
        assertThatExceptionOfType(MissingRecordException.class)
            .isThrownBy(() -> column.value(current));
        assertThatExceptionOfType(MissingRecordException.class)
            .isThrownBy(() -> column.fraction(current));
      }
    }
  }

  private static boolean isPlain(Query query, Coverage coverage) {
    return coverage.seeds().isEmpty() == query.seeds().equals(SeedChoice.MEAN);
  }

  private static long present(AccuracyColumn column) {
    return IntStream.range(0, column.rows()).filter(column::has).count();
  }

  private static List<AccuracyColumn> columns(Table table) {
    return table.coverage().stream()
        .flatMap(coverage -> queries(coverage).stream())
        .map(table::accuracy)
        .toList();
  }

  private static List<Query> queries(Coverage coverage) {
    List<Query> queries = new ArrayList<>();
    List<SeedChoice.Single> choices =
        Stream.concat(Stream.of(SeedChoice.MEAN), coverage.seeds().stream().map(SeedChoice::of))
            .toList();
    for (int epoch : coverage.epochs()) {
      Measure measure =
          new Measure(
              coverage.training(), coverage.split(), new Fidelity(coverage.schedule(), epoch));
      choices.forEach(choice -> queries.add(new Query(measure, choice)));
    }
    return queries;
  }
}
