package org.nasbench4j.neural.zerocost;

/** The Cholesky decomposition of a symmetric matrix that is positive definite or nearly so. */
final class Cholesky {
  // Row by row, the diagonal included.
  private final double[][] lower;
  private final boolean singular;

  // O(n^3); the matrix is not changed. NaN stays NaN.
  Cholesky(double[][] matrix) {
    int size = matrix.length;
    lower = new double[size][size];
    boolean positive = true;
    for (int row = 0; row < size && positive; row++) {
      for (int column = 0; column < row; column++) {
        lower[row][column] = rest(matrix, row, column) / lower[column][column];
      }
      double pivot = rest(matrix, row, row);
      lower[row][row] = Math.sqrt(pivot);
      // What is left of equal rows is the rounding of at most n subtractions.
      positive = !(pivot <= size * Math.ulp(matrix[row][row]));
    }
    singular = !positive;
  }

  private double rest(double[][] matrix, int row, int column) {
    double rest = matrix[row][column];
    for (int k = 0; k < column; k++) {
      rest -= lower[row][k] * lower[column][k];
    }
    return rest;
  }

  // Minus infinity if the matrix is singular to the precision of its numbers.
  double logDeterminant() {
    if (singular) {
      return Double.NEGATIVE_INFINITY;
    }
    double sum = 0;
    for (int i = 0; i < lower.length; i++) {
      sum += 2 * Math.log(lower[i][i]);
    }
    return sum;
  }

  // The sum of the inverse's diagonal, which is that of the squares of the inverse of the lower
  // part; infinite if the matrix is singular.
  double inverseTrace() {
    if (singular) {
      return Double.POSITIVE_INFINITY;
    }
    double sum = 0;
    for (int unit = 0; unit < lower.length; unit++) {
      sum += squares(unit);
    }
    return sum;
  }

  // Of the solution of lower x = unit vector.
  private double squares(int unit) {
    double[] solution = new double[lower.length];
    double sum = 0;
    for (int row = unit; row < lower.length; row++) {
      double right = row == unit ? 1 : 0;
      for (int k = unit; k < row; k++) {
        right -= lower[row][k] * solution[k];
      }
      solution[row] = right / lower[row][row];
      sum += solution[row] * solution[row];
    }
    return sum;
  }
}
