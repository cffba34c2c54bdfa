package org.nasbench4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Test;

class FractionTest {
  /** The denominators of the benchmarks' splits. */
  private static final List<Integer> IMAGES =
      List.of(3_000, 5_000, 6_000, 10_000, 25_000, 50_000, 151_700);

  @Test
  void equalRationalsGiveEqualDoubles() {
    for (int images : IMAGES) {
      for (int correct = 0; correct <= images; correct += 7) {
        double percent = new Fraction(correct, images).percent();
        for (int seeds = 2; seeds <= 4; seeds++) {
          Fraction summed = new Fraction((long) seeds * correct, (long) seeds * images);
          assertThat(summed.percent()).isEqualTo(percent);
        }
      }
    }
  }

  @Test
  void percentIsTheNearestDouble() {
    for (int images : IMAGES) {
      for (int correct = 0; correct <= images; correct += 101) {
        double exact =
            new BigDecimal(100L * correct)
                .divide(new BigDecimal(images), new MathContext(60))
                .doubleValue();
        assertThat(new Fraction(correct, images).percent()).isEqualTo(exact);
      }
    }
  }

  @Test
  void percentIsTheNearestDoubleForTheLargestTotalsToo() {
    long most = Fraction.MOST_ANSWERS;
    double exact =
        new BigDecimal(100)
            .multiply(new BigDecimal(most - 1))
            .divide(new BigDecimal(most), new MathContext(60))
            .doubleValue();
    assertThat(new Fraction(most - 1, most).percent()).isEqualTo(exact);
    assertThat(new Fraction(most, most).percent()).isEqualTo(100.0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Fraction(1, most + 1))
        .withMessageContaining("at most");
  }

  @Test
  void liesBetween0And1() {
    assertThat(new Fraction(0, 1).percent()).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Fraction(10_001, 10_000))
        .withMessageContaining("(10001/10000)");
    assertThatIllegalArgumentException().isThrownBy(() -> new Fraction(-1, 10));
    assertThatIllegalArgumentException().isThrownBy(() -> new Fraction(0, 0));
  }
}
