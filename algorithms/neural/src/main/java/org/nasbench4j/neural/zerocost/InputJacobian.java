package org.nasbench4j.neural.zerocost;

import ai.djl.ndarray.NDArray;
import org.nasbench4j.neural.network.Nb201Network;
import org.nasbench4j.neural.network.Variant;

/** How differently a network's outputs depend on the pixels of different images. */
final class InputJacobian {
  private static final double RIDGE = 1e-5;

  private InputJacobian() {}

  // -sum(log(v + k) + 1 / (v + k)) over the eigenvalues v of the correlations, without computing
  // them: the sums are the logarithm of the determinant and the trace of the inverse of the
  // correlations plus k on the diagonal.
  static double covariance(Specimen specimen) {
    double[][] correlations = correlations(gradients(specimen));
    for (int i = 0; i < correlations.length; i++) {
      correlations[i][i] += RIDGE;
    }
    Cholesky decomposition = new Cholesky(correlations);
    return -(decomposition.logDeterminant() + decomposition.inverseTrace());
  }

  // The gradient of the sum of all logits by the pixels: one row for each image.
  private static double[][] gradients(Specimen specimen) {
    Variant variant = Variant.trained();
    Nb201Network network = specimen.network(variant);
    NDArray images = specimen.images(variant);
    images.setRequiresGradient(true);
    specimen.session().backward(Specimen.forward(network, images).logits().sum());
    try (NDArray gradient = images.getGradient()) {
      float[] values = gradient.toFloatArray();
      int rows = specimen.batch().size();
      int length = values.length / rows;
      double[][] gradients = new double[rows][length];
      for (int i = 0; i < values.length; i++) {
        gradients[i / length][i % length] = values[i];
      }
      return gradients;
    }
  }

  private static double[][] correlations(double[][] rows) {
    for (double[] row : rows) {
      standardise(row);
    }
    double[][] correlations = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j <= i; j++) {
        correlations[i][j] = product(rows[i], rows[j]);
        correlations[j][i] = correlations[i][j];
      }
    }
    return correlations;
  }

  // To the mean 0 and the length 1; NaN if all numbers are the same.
  private static void standardise(double[] row) {
    double mean = 0;
    for (double value : row) {
      mean += value / row.length;
    }
    double squares = 0;
    for (int i = 0; i < row.length; i++) {
      row[i] -= mean;
      squares += row[i] * row[i];
    }
    double length = Math.sqrt(squares);
    for (int i = 0; i < row.length; i++) {
      row[i] /= length;
    }
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
