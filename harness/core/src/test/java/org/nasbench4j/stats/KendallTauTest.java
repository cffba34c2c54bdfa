package org.nasbench4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KendallTauTest {
  // the example of scipy.stats.kendalltau; values from scipy 1.17.1
  private static final double[] SCIPY_X = {12, 2, 1, 12, 2};
  private static final double[] SCIPY_Y = {1, 4, 7, 1, 0};

  static Stream<Scorings> scorings() {
    return Scorings.ofEveryTiePattern();
  }

  @Test
  void tauBIsThatOfScipy() {
    assertThat(KendallTau.tauB(SCIPY_X, SCIPY_Y)).isCloseTo(-0.47140452079103173, within(1e-15));
  }

  @Test
  void tauCIsThatOfScipy() {
    assertThat(KendallTau.count(SCIPY_X, SCIPY_Y).tauC()).hasValueCloseTo(-0.48, within(1e-15));
  }

  @Test
  void theCountsOfAnExampleAreThoseCountedByHand() {
    assertThat(KendallTau.count(SCIPY_X, SCIPY_Y))
        .isEqualTo(new PairCounts(5, 6, 2, 1, 1, 3, 4))
        .satisfies(pairs -> assertThat(pairs.concordant()).isEqualTo(2))
        .satisfies(pairs -> assertThat(pairs.pairs()).isEqualTo(10))
        .satisfies(pairs -> assertThat(pairs.tauA()).isEqualTo(-0.4));
  }

  @Test
  void theExampleOfTheDocumentationHolds() {
    assertThat(KendallTau.tauB(new double[] {1, 2, 2, 3}, new double[] {1, 3, 2, 2}))
        .isEqualTo(0.4);
  }

  @ParameterizedTest
  @MethodSource("scorings")
  void theCountsAreThoseOfComparingEveryPair(Scorings pairs) {
    assertThat(KendallTau.count(pairs.x(), pairs.y())).isEqualTo(counted(pairs.x(), pairs.y()));
  }

  @ParameterizedTest
  @MethodSource("scorings")
  void tauBIsThatOfCommonsMath(Scorings pairs) {
    assertThat(KendallTau.tauB(pairs.x(), pairs.y()))
        .isCloseTo(new KendallsCorrelation().correlation(pairs.x(), pairs.y()), within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("scorings")
  void swappingTheSidesChangesNothing(Scorings pairs) {
    assertThat(KendallTau.tauB(pairs.y(), pairs.x()))
        .isEqualTo(KendallTau.tauB(pairs.x(), pairs.y()));
  }

  @ParameterizedTest
  @MethodSource("scorings")
  void turningOneSideAroundTurnsTheSign(Scorings pairs) {
    double[] negated = Arrays.stream(pairs.y()).map(v -> -v).toArray();

    assertThat(KendallTau.tauB(pairs.x(), negated))
        .isEqualTo(-KendallTau.tauB(pairs.x(), pairs.y()));
  }

  @Test
  void equalScoringsAgreeExactlyWhateverTheirTies() {
    double[] x = IntStream.range(0, 1000).mapToDouble(i -> i % 37).toArray();

    assertThat(KendallTau.tauB(x, x)).isEqualTo(1.0);
    assertThat(KendallTau.count(x, x).tauA()).isLessThan(1.0);
  }

  @Test
  void infinitiesRankBeyondEveryFiniteValueAndTieWithThemselves() {
    double infinity = Double.POSITIVE_INFINITY;
    double[] x = {-infinity, -Double.MAX_VALUE, 0, Double.MAX_VALUE, infinity, -infinity};
    double[] y = {1, 2, 3, 4, 5, 1};

    assertThat(KendallTau.tauB(x, y)).isEqualTo(1.0);
  }

  @Test
  void bothZerosAreOneValue() {
    assertThat(KendallTau.count(new double[] {0.0, -0.0, 1}, new double[] {1, 2, 3}).tiedX())
        .isEqualTo(1);
  }

  @Test
  void neighbouringDoublesAreDifferentValues() {
    double[] x = {1, Math.nextUp(1.0), Math.nextDown(1.0), Double.MIN_VALUE, -Double.MIN_VALUE};

    assertThat(KendallTau.count(x, x))
        .satisfies(pairs -> assertThat(pairs.distinctX()).isEqualTo(5))
        .satisfies(pairs -> assertThat(pairs.concordant()).isEqualTo(10));
  }

  @Test
  void countsBeyondTheRangeOfAnIntegerAreExact() {
    int n = 100_000;
    double[] x = IntStream.range(0, n).mapToDouble(i -> i).toArray();
    double[] y = IntStream.range(0, n).mapToDouble(i -> -i).toArray();

    assertThat(KendallTau.count(x, y).discordant()).isEqualTo(4_999_950_000L);
    assertThat(KendallTau.tauB(x, y)).isEqualTo(-1.0);
  }

  @Test
  void theScoresAreLeftAsTheyWere() {
    double[] x = {3, 1, 2};
    double[] y = {1, 2, 3};

    KendallTau.tauB(x, y);

    assertThat(x).containsExactly(3, 1, 2);
    assertThat(y).containsExactly(1, 2, 3);
  }

  @Test
  void aConstantSideIsRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KendallTau.tauB(new double[] {1, 2, 3}, new double[] {5, 5, 5}))
        .withMessageContaining("constant")
        .withMessageContaining("x has 3 distinct values, y 1");
  }

  @Test
  void notANumberIsRefusedWithItsPlace() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KendallTau.tauB(new double[] {1, 2}, new double[] {1, Double.NaN}))
        .withMessageContaining("y[1] is NaN");
  }

  @Test
  void differentLengthsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KendallTau.tauB(new double[] {1, 2, 3}, new double[] {1, 2}))
        .withMessageContaining("x (3)")
        .withMessageContaining("y (2)");
  }

  @Test
  void fewerThanTwoItemsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KendallTau.tauB(new double[] {1}, new double[] {1}))
        .withMessageContaining("(1)")
        .withMessageContaining("at least 2");
  }

  @Test
  void countsThatContradictEachOtherAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PairCounts(1, 0, 0, 0, 0, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new PairCounts(3, 0, 1, 1, 2, 2, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new PairCounts(3, 4, 0, 0, 0, 3, 3));
  }

  private static PairCounts counted(double[] x, double[] y) {
    long discordant = 0;
    long tiedX = 0;
    long tiedY = 0;
    long tiedBoth = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        int byX = Double.compare(x[i], x[j]);
        int byY = Double.compare(y[i], y[j]);
        discordant += byX * byY < 0 ? 1 : 0;
        tiedX += byX == 0 ? 1 : 0;
        tiedY += byY == 0 ? 1 : 0;
        tiedBoth += byX == 0 && byY == 0 ? 1 : 0;
      }
    }
    return new PairCounts(x.length, discordant, tiedX, tiedY, tiedBoth, distinct(x), distinct(y));
  }

  private static int distinct(double[] values) {
    return (int) Arrays.stream(values).distinct().count();
  }
}
