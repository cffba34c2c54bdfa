package org.nasbench4j.neural.zerocost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTest {

  // Determinant 4 * 3 - 2 * 2 = 8, inverse [[3, -2], [-2, 4]] / 8.
  @Test
  void knowsDeterminantAndInverse() {
    Cholesky decomposition = new Cholesky(new double[][] {{4, 2}, {2, 3}});
    assertThat(decomposition.logDeterminant()).isCloseTo(Math.log(8), within(1e-14));
    assertThat(decomposition.inverseTrace()).isCloseTo(7.0 / 8, within(1e-14));
  }

  @Test
  void equalRowsAreSingular() {
    double[][] matrix = {{300, 100, 300}, {100, 300, 100}, {300, 100, 300}};
    Cholesky decomposition = new Cholesky(matrix);
    assertThat(decomposition.logDeterminant()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(decomposition.inverseTrace()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void noNumberStaysNoNumber() {
    Cholesky decomposition = new Cholesky(new double[][] {{1, Double.NaN}, {Double.NaN, 1}});
    assertThat(decomposition.logDeterminant()).isNaN();
  }
}
