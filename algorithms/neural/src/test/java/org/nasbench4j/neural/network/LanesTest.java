package org.nasbench4j.neural.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.neural.TestEngine;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.engine.NativeArrays;
import org.nasbench4j.space.nb201.NetworkShape;

class LanesTest {
  private static final NetworkShape SHAPE = new NetworkShape(4, 1, 10, 14);
  private static final int LANES = 3;
  private static final int IMAGES = 16;
  private static final int PIXELS = 14 * 14;
  private static final int STEPS = 3;

  private final EngineSession session = TestEngine.session();
  private final NDManager manager = session.newManager();
  private final float[][] pixels = new float[LANES][];

  LanesTest() {
    for (int lane = 0; lane < LANES; lane++) {
      pixels[lane] = Networks.floats(IMAGES * PIXELS, Networks.random(10 + lane));
    }
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private Nb201Network network(String cell, RandomGenerator... lanes) {
    return Nb201Network.of(manager, Networks.cell(cell), SHAPE, 1, List.of(lanes));
  }

  // The images of some lanes, with the channels last in memory as they are trained.
  private NDArray images(int... lanes) {
    float[] values = new float[lanes.length * IMAGES * PIXELS];
    for (int lane = 0; lane < lanes.length; lane++) {
      for (int i = 0; i < IMAGES * PIXELS; i++) {
        values[i * lanes.length + lane] = pixels[lanes[lane]][i];
      }
    }
    Shape shape = new Shape(IMAGES, 14, 14, lanes.length);
    return NativeArrays.copyOf(manager, values, shape).transpose(0, 3, 1, 2);
  }

  // Logits before each step and, at last, by running statistics.
  private List<float[]> trained(Nb201Network network, NDArray images) {
    Sgd sgd = new Sgd(network.parameters(), 0.9f, 5e-4f);
    List<float[]> logits = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      logits.add(session.withGradients(() -> gradients(network, images)));
      sgd.step(0.05f);
    }
    NDArray last =
        session.withoutGradients(() -> network.forward(images, BatchStatistics.RUNNING).logits());
    logits.add(last.toFloatArray());
    return logits;
  }

  // Every image is of class 3; the loss is the sum of the lanes' means.
  private float[] gradients(Nb201Network network, NDArray images) {
    NDArray logits = network.forward(images, BatchStatistics.TRACKED).logits().reshape(-1, 10);
    float[] weights = new float[Math.toIntExact(logits.size())];
    for (int i = 3; i < weights.length; i += 10) {
      weights[i] = -1f / IMAGES;
    }
    NDArray chosen = NativeArrays.copyOf(manager, weights, logits.getShape());
    session.backward(logits.logSoftmax(1).mul(chosen).sum());
    return logits.toFloatArray();
  }

  private static float[] lane(float[] logits, int lane, int lanes) {
    float[] own = new float[logits.length / lanes];
    for (int i = 0; i < own.length; i++) {
      own[i] = logits[(i / 10 * lanes + lane) * 10 + i % 10];
    }
    return own;
  }

  @ParameterizedTest
  @ValueSource(strings = {"333133", "211023", "444444", "421211", "000000"})
  void aLaneComputesAndLearnsWhatItWouldAlone(String cell) {
    List<float[]> together =
        trained(
            network(cell, Networks.random(1), Networks.random(2), Networks.random(3)),
            images(0, 1, 2));
    for (int lane = 0; lane < LANES; lane++) {
      Nb201Network single =
          Nb201Network.of(manager, Networks.cell(cell), SHAPE, 1, Networks.random(1 + lane));
      List<float[]> alone = trained(single, images(lane));
      for (int step = 0; step <= STEPS; step++) {
        assertThat(lane(together.get(step), lane, LANES))
            .as("lane %d, step %d", lane, step)
            .usingComparatorWithPrecision(1e-4f)
            .containsExactly(alone.get(step));
      }
    }
  }

  @Test
  void aLaneThatDivergesDisturbsNoOther() {
    RandomGenerator broken = () -> -1L;
    RandomGenerator nan =
        new RandomGenerator() {
          @Override
          public long nextLong() {
            return broken.nextLong();
          }

          @Override
          public float nextFloat() {
            return Float.NaN;
          }
        };
    List<float[]> together =
        trained(network("333133", Networks.random(1), nan, Networks.random(3)), images(0, 1, 2));
    List<float[]> alone = trained(network("333133", Networks.random(3)), images(2));
    float[] last = together.get(STEPS);
    assertThat(lane(last, 1, LANES)).containsOnly(Float.NaN);
    assertThat(lane(last, 2, LANES))
        .usingComparatorWithPrecision(1e-4f)
        .containsExactly(alone.get(STEPS));
  }

  @Test
  void oneLaneIsTheNetworkThatHasNone() {
    Nb201Network one = network("333133", Networks.random(1));
    Nb201Network plain =
        Nb201Network.of(manager, Networks.cell("333133"), SHAPE, 1, Networks.random(1));
    assertThat(trained(one, images(0)).get(STEPS))
        .containsExactly(trained(plain, images(0)).get(STEPS));
    assertThat(one.parameterCount()).isEqualTo(plain.parameterCount());
  }

  @Test
  void lanesHaveParametersOfTheirOwn() {
    long alone = network("333133", Networks.random(1)).parameterCount();
    assertThat(network("333133", Networks.random(1), Networks.random(2)).parameterCount())
        .isEqualTo(2 * alone);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network("333133"))
        .withMessageContaining("at least one lane");
  }
}
