package org.nasbench4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasbench4j.objective.ColumnObjective;
import org.nasbench4j.objective.CostLine;
import org.nasbench4j.objective.Evaluation;
import org.nasbench4j.search.TinySpace;

class ScoredTableTest {
  private static final TinySpace SPACE = TinySpace.of(4);

  private final ArrayTable table = ArrayTable.of(SPACE).withColumn("params", 1, 2, 3, 4);
  private final ArrayTable scores =
      ArrayTable.of(SPACE)
          .withColumn("rmi", 0.5, 0.25, -0.5, -1)
          .withColumn("rmi-seconds", 9, 10, 11, 12)
          .withContentHash("scores");

  @Test
  void columnsOfBothAreThereUnderTheirNames() {
    Table scored = ScoredTable.of(table, List.of(scores));
    assertThat(scored.columns()).containsExactly("params", "rmi", "rmi-seconds");
    assertThat(scored.column("params").value(3)).isEqualTo(4);
    assertThat(scored.column("rmi").value(2)).isEqualTo(-0.5);
  }

  @Test
  void withoutScoreFilesTheTableIsWhatItWas() {
    assertThat(ScoredTable.of(table, List.of())).isSameAs(table);
  }

  @Test
  void architecturesThatWereNotScoredAreMissing() {
    Column rmi = ScoredTable.of(table, List.of(scores.withRows(2))).column("rmi");
    assertThat(rmi.rows()).isEqualTo(4);
    assertThat(rmi.has(1)).isTrue();
    assertThat(rmi.has(2)).isFalse();
    assertThatExceptionOfType(MissingRecordException.class).isThrownBy(() -> rmi.value(2));
  }

  @Test
  void theContentHashCoversTheScores() {
    String plain = table.info().contentHash();
    String one = ScoredTable.of(table, List.of(scores)).info().contentHash();
    String other =
        ScoredTable.of(table, List.of(scores.withContentHash("others"))).info().contentHash();
    assertThat(List.of(plain, one, other)).doesNotHaveDuplicates();
  }

  @Test
  void aColumnThatExistsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoredTable.of(table, List.of(scores, scores)))
        .withMessageContaining("rmi");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoredTable.of(table, List.of(table)))
        .withMessageContaining("params");
  }

  @Test
  void aStoredScoreCostsItsSecondsOnTheLineOfProxies() {
    ColumnObjective rmi = ColumnObjective.of(ScoredTable.of(table, List.of(scores)), "rmi");
    assertThat(rmi.costLine()).contains(CostLine.PROXY);
    assertThat(rmi.evaluate(table.architecture(2))).isEqualTo(new Evaluation(-0.5, 11));
  }

  @Test
  void aSearchOnScoresThatAreNotAllThereIsRefusedWithTheFirstThatLack() {
    Table scored = ScoredTable.of(table, List.of(scores.withRows(2)));
    assertThatExceptionOfType(MissingRecordException.class)
        .isThrownBy(() -> ColumnObjective.of(scored, "rmi"))
        .withMessageContaining("lacks 2 of 4")
        .withMessageContaining(table.architecture(2).text());
  }
}
