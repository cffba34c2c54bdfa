package org.nasbench4j.neural.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.neural.TestEngine;
import org.nasbench4j.neural.engine.EngineSession;

class AveragePoolingTest {
  private static final int MAPS = 6;

  private final EngineSession session = TestEngine.session();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 32})
  void isTheMeanOfThePixelsThatAreThere(int side) {
    float[] pixels = Networks.floats(MAPS * side * side, Networks.random(1));
    try (NDManager manager = session.newManager()) {
      NDArray maps = manager.create(pixels, new Shape(2, MAPS / 2, side, side));
      float[] smoothed =
          new AveragePooling(manager, DataType.FLOAT32, MAPS / 2)
              .forward(maps, BatchStatistics.BATCH)
              .toFloatArray();
      for (int i = 0; i < pixels.length; i++) {
        assertThat(smoothed[i]).isCloseTo(mean(pixels, i, side), within(1e-6f));
      }
    }
  }

  private static float mean(float[] pixels, int at, int side) {
    int first = at / (side * side) * side * side;
    int row = at / side % side;
    int column = at % side;
    double sum = 0;
    int count = 0;
    for (int r = Math.max(0, row - 1); r <= Math.min(side - 1, row + 1); r++) {
      for (int c = Math.max(0, column - 1); c <= Math.min(side - 1, column + 1); c++) {
        sum += pixels[first + r * side + c];
        count++;
      }
    }
    return (float) (sum / count);
  }

  @Test
  void inDoublePrecisionItStaysTheMeanWhenMemoryIsCollected() {
    try (NDManager manager = session.newManager()) {
      AveragePooling pooling = new AveragePooling(manager, DataType.FLOAT64, 1);
      NDArray maps = manager.ones(new Shape(1, 1, 64, 64), DataType.FLOAT64);
      for (int i = 0; i < 5; i++) {
        for (double mean : pooling.forward(maps, BatchStatistics.BATCH).toDoubleArray()) {
          assertThat(mean).isCloseTo(1, within(1e-12));
        }
        System.gc();
      }
    }
  }

  @Test
  void halvingOddSidesDoesNotCountWhatIsOutside() {
    try (NDManager manager = session.newManager()) {
      NDArray maps = manager.create(new float[] {1, 3, 5, 7, 9, 2, 4, 6, 8}, new Shape(1, 1, 3, 3));
      // (1 + 3 + 7 + 9) / 4, (5 + 2) / 2, (4 + 6) / 2, 8 / 1
      assertThat(AveragePooling.halve(maps).toFloatArray()).containsExactly(5, 3.5f, 5, 8);
    }
  }
}
