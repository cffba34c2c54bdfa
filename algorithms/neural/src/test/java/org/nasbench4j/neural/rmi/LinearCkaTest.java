package org.nasbench4j.neural.rmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.neural.TestEngine;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.random.DerivedRandom;

class LinearCkaTest {
  private static final int IMAGES = 12;

  private final EngineSession session = TestEngine.session();
  private final NDManager manager = session.newManager();
  private final RandomGenerator random = DerivedRandom.of(1, "test");

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 40, 500})
  void isTheTraceFormulaOfThePaper(int width) {
    double[][] one = matrix(IMAGES, width);
    double[][] other = matrix(IMAGES, 7);
    assertThat(alignment(one, other)).isCloseTo(reference(one, other), within(2e-6));
  }

  @Test
  void isOneForTheSameRepresentationAndSymmetric() {
    double[][] one = matrix(IMAGES, 9);
    double[][] other = matrix(IMAGES, 5);
    assertThat(alignment(one, one)).isCloseTo(1, within(1e-6));
    assertThat(alignment(one, other)).isCloseTo(alignment(other, one), within(1e-6));
  }

  @Test
  void ignoresScaleShiftAndRotation() {
    double[][] one = matrix(IMAGES, 2);
    double[][] other = matrix(IMAGES, 6);
    double[][] moved = new double[IMAGES][];
    for (int i = 0; i < IMAGES; i++) {
      double x = one[i][0];
      double y = one[i][1];
      moved[i] = new double[] {3 * (0.6 * x - 0.8 * y) + 1, 3 * (0.8 * x + 0.6 * y) - 2};
    }
    assertThat(alignment(moved, other)).isCloseTo(alignment(one, other), within(1e-5));
  }

  @Test
  void featureMapsAreFlattenedByImage() {
    double[][] one = matrix(IMAGES, 2 * 3 * 3);
    NDArray flat = array(one);
    NDArray maps = flat.reshape(IMAGES, 2, 3, 3);
    NDArray target = LinearCka.target(array(matrix(IMAGES, 4)));
    assertThat(LinearCka.alignment(maps, target).getFloat())
        .isEqualTo(LinearCka.alignment(flat, target).getFloat());
  }

  @Test
  void aConstantRepresentationHasNoAlignment() {
    double[][] constant = new double[IMAGES][3];
    assertThat(alignment(constant, matrix(IMAGES, 4))).isNaN();
  }

  private double alignment(double[][] features, double[][] others) {
    return session.withoutGradients(
        () -> LinearCka.alignment(array(features), LinearCka.target(array(others))).getFloat());
  }

  private NDArray array(double[][] rows) {
    float[] values = new float[rows.length * rows[0].length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) rows[i / rows[0].length][i % rows[0].length];
    }
    return manager.create(values, new Shape(rows.length, rows[0].length));
  }

  private double[][] matrix(int rows, int columns) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      Arrays.setAll(row, j -> random.nextGaussian());
    }
    return matrix;
  }

  // tr(KHLH) / sqrt(tr(KHKH) tr(LHLH)), multiplied out.
  private static double reference(double[][] one, double[][] other) {
    double[][] k = times(centring(), gram(one));
    double[][] l = times(centring(), gram(other));
    return trace(times(k, l)) / Math.sqrt(trace(times(k, k)) * trace(times(l, l)));
  }

  private static double[][] centring() {
    double[][] h = new double[IMAGES][IMAGES];
    for (int i = 0; i < IMAGES; i++) {
      Arrays.fill(h[i], -1.0 / IMAGES);
      h[i][i] += 1;
    }
    return h;
  }

  private static double[][] gram(double[][] rows) {
    double[][] transposed = new double[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[0].length; j++) {
        transposed[j][i] = rows[i][j];
      }
    }
    return times(rows, transposed);
  }

  private static double[][] times(double[][] a, double[][] b) {
    double[][] product = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        for (int k = 0; k < b.length; k++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }

  private static double trace(double[][] matrix) {
    double sum = 0;
    for (int i = 0; i < matrix.length; i++) {
      sum += matrix[i][i];
    }
    return sum;
  }
}
