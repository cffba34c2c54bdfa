package org.nasbench4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegretBaselineTest {
  private static final double[] VALIDATION = {70, 90, 80, 60};
  private static final double[] TEST = {71, 88, 91, 91};
  private static final RegretBaseline BASELINE = RegretBaseline.of(VALIDATION, TEST);

  @Test
  void theBestByValidationLosesOnlyWhatIsUnavoidable() {
    assertThat(BASELINE.selected()).isEqualTo(88);
    assertThat(BASELINE.unavoidable()).isEqualTo(3);
    assertThat(BASELINE.of(1)).isEqualTo(new Regret(0, 3, 0, 3));
  }

  @Test
  void theTestRegretOfAPickIsSearchRegretAndUnavoidableRegret() {
    assertThat(BASELINE.of(0)).isEqualTo(new Regret(20, 20, 17, 3));
  }

  @Test
  void aPickThatIsLuckyOnTestHasNegativeSearchRegret() {
    assertThat(BASELINE.of(2)).isEqualTo(new Regret(10, 0, -3, 3));
  }

  @Test
  void whereValidationTiesTheSelectedValueIsTheMeanOverTheTies() {
    RegretBaseline tied = RegretBaseline.of(new double[] {9, 9, 1}, new double[] {4, 8, 10});

    assertThat(tied.validation()).isEqualTo(new Optimum(9, List.of(0, 1)));
    assertThat(tied.selected()).isEqualTo(6);
    assertThat(tied.unavoidable()).isEqualTo(4);
  }

  @Test
  void theOptimumNamesEveryItemThatTies() {
    assertThat(BASELINE.test()).isEqualTo(new Optimum(91, List.of(2, 3)));
    assertThat(Optimum.of(new double[] {-0.0, 0.0, -1}).indices()).containsExactly(0, 1);
    assertThat(Optimum.of(new double[] {Double.NEGATIVE_INFINITY}))
        .isEqualTo(new Optimum(Double.NEGATIVE_INFINITY, List.of(0)));
  }

  @Test
  void laterChangesOfTheArraysChangeNothing() {
    double[] test = TEST.clone();
    RegretBaseline baseline = RegretBaseline.of(VALIDATION, test);

    test[0] = 0;

    assertThat(baseline.of(0)).isEqualTo(BASELINE.of(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 4})
  void aPickOutsideTheTableIsRefused(int pick) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BASELINE.of(pick))
        .withMessageContaining("(" + pick + ")")
        .withMessageContaining("4 items");
  }

  @Test
  void valuesThatAreNotFiniteAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RegretBaseline.of(new double[] {1}, new double[] {Double.NaN}))
        .withMessageContaining("test[0]");
  }

  @Test
  void nothingHasNoOptimum() {
    assertThatIllegalArgumentException().isThrownBy(() -> Optimum.of(new double[0]));
    assertThatIllegalArgumentException().isThrownBy(() -> new Optimum(1, List.of()));
  }
}
