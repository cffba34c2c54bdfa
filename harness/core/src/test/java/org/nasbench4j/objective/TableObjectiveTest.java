package org.nasbench4j.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.nasbench4j.search.TinySpace;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.table.ArrayTable;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.Training;

class TableObjectiveTest {
  private static final Schedule SHORT = new Schedule(12);
  private static final Query VALID = Query.parse("cifar10:valid:12");
  private static final ArrayTable ACCURACIES =
      ArrayTable.of(TinySpace.of(3))
          .withAccuracy("cifar10:valid:12", 200, 100, 150, TableContent.ABSENT)
          .withAccuracy("cifar10:valid:12@5", 200, 80, 90, 95)
          .withColumn("synflow", 1.5, Double.NEGATIVE_INFINITY, Double.NaN);
  private static final ArrayTable TRAINED =
      ACCURACIES.withEpochSeconds(Training.CIFAR10_HALF, SHORT, 2, 3, 4);
  private static final ArrayTable TIMED =
      TRAINED.withPassSeconds(Training.CIFAR10_HALF, Split.VALID, SHORT, 0.5, 0.25, 1);

  private static Architecture cell(int choice) {
    return ACCURACIES.architecture(choice);
  }

  @Test
  void costsTheTrainingAndOnePassOverTheSplit() {
    Objective objective = TableObjective.of(TIMED, VALID);
    assertThat(objective.evaluate(cell(0))).isEqualTo(new Evaluation(50, 12 * 2 + 0.5));
    assertThat(objective.evaluate(cell(1))).isEqualTo(new Evaluation(75, 12 * 3 + 0.25));
    assertThat(objective.costLine()).contains(CostLine.SIMULATED_TRAINING);
    assertThat(objective.description())
        .isEqualTo("cifar10-half:valid:12:mean, cost: training + one evaluation");
  }

  @Test
  void anEarlierEpochCostsLess() {
    Objective objective = TableObjective.of(TIMED, Query.parse("cifar10:valid:12@5"));
    assertThat(objective.evaluate(cell(1))).isEqualTo(new Evaluation(45, 6 * 3 + 0.25));
  }

  @Test
  void saysWhereThePassIsNotCounted() {
    Objective objective = TableObjective.of(TRAINED, VALID);
    assertThat(objective.evaluate(cell(0)).seconds()).isEqualTo(24);
    assertThat(objective.description()).endsWith("cost: training only");
  }

  @Test
  void hasNoCostLineWhereTheTimesAreUnknown() {
    Objective objective = TableObjective.of(ACCURACIES, VALID);
    assertThat(objective.evaluate(cell(0))).isEqualTo(new Evaluation(50, 0));
    assertThat(objective.costLine()).isEmpty();
    assertThat(objective.description()).endsWith("cost unknown");
  }

  @Test
  void whatWasNotMeasuredIsAnError() {
    assertThatExceptionOfType(MissingRecordException.class)
        .isThrownBy(() -> TableObjective.of(TIMED, Query.parse("cifar100:valid:12")))
        .withMessageContaining("cifar100:valid:12:mean");
    Objective objective = TableObjective.of(TIMED, VALID);
    assertThatExceptionOfType(MissingRecordException.class)
        .isThrownBy(() -> objective.evaluate(cell(2)));
  }

  @Test
  void aStoredColumnHasNoKnownCost() {
    double[] scores = {1.5, Double.NEGATIVE_INFINITY, 0};
    Objective objective = ColumnObjective.of(TIMED.withColumn("naswot", scores), "naswot");
    assertThat(objective.evaluate(cell(0))).isEqualTo(new Evaluation(1.5, 0));
    assertThat(objective.evaluate(cell(1)).value()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(objective.costLine()).isEmpty();
    assertThat(objective.description()).isEqualTo("naswot (stored), cost unknown");
  }

  @Test
  void anEvaluationIsNeverNaNAndNeverPaysBack() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Evaluation(Double.NaN, 1))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Evaluation(1, -0.5))
        .withMessageContaining("-0.5");
    assertThatIllegalArgumentException().isThrownBy(() -> new Evaluation(1, Double.NaN));
  }
}
