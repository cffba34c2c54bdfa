package org.nasbench4j.neural.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasbench4j.neural.TestEngine;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.space.nb201.LiveCell;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Counts;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.nb201.NetworkShape;

class Nb201NetworkTest {
  private static final NetworkShape PUBLISHED = NetworkShape.published(10, 32);
  private static final NetworkShape SMALL = new NetworkShape(4, 1, 10, 14);

  private final EngineSession session = TestEngine.session();
  private final NDManager manager = session.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private Nb201Network network(String cell, NetworkShape shape) {
    return Nb201Network.of(manager, Networks.cell(cell), shape, 3, Networks.random(1));
  }

  private NDArray images(int count, int channels, int side) {
    return Networks.images(manager, count, channels, side);
  }

  private Features forward(Nb201Network network, NDArray images) {
    return session.withoutGradients(() -> network.forward(images, BatchStatistics.BATCH));
  }

  // The benchmark's published parameter counts of the indices 1462, 9930, 0, 11 and 284.
  @ParameterizedTest
  @CsvSource({
    "333333,1531546",
    "333133,1288506",
    "421211,129306",
    "334034,802426",
    "111020,101306",
  })
  void hasThePublishedNumberOfParameters(String cell, long parameters) {
    assertThat(network(cell, PUBLISHED).parameterCount()).isEqualTo(parameters);
  }

  @Test
  void hasTheParametersOfTheFormulaWithoutDeadEdges() {
    Nb201Space space = new Nb201Space();
    Nb201Counts counts = new Nb201Counts(SMALL);
    RandomGenerator random = Networks.random(3);
    for (int i = 0; i < 60; i++) {
      Nb201Cell cell = space.sample(random);
      Nb201Network network = Nb201Network.of(manager, cell, SMALL, 3, random);
      assertThat(network.parameterCount())
          .as(cell.digits())
          .isEqualTo(counts.parameters(LiveCell.of(cell).pruned()));
    }
  }

  @Test
  void namesOfParametersAreUnique() {
    List<String> names =
        network("234123", PUBLISHED).parameters().stream().map(Parameter::name).toList();
    assertThat(new HashSet<>(names))
        .hasSameSizeAs(names)
        .contains("stage3.cell4.edge32.conv.weight");
  }

  @Test
  void tapsAreTheStagesOfThePublishedNetwork() {
    Features features = forward(network("421211", PUBLISHED), images(2, 3, 32));
    assertThat(features.logits().getShape()).isEqualTo(new Shape(2, 10));
    assertThat(features.taps())
        .extracting(NDArray::getShape)
        .containsExactly(
            new Shape(2, 16, 32, 32), new Shape(2, 32, 16, 16), new Shape(2, 64, 8, 8));
  }

  @Test
  void oddSidesAreHalvedUpwards() {
    Features features = forward(network("444444", SMALL), images(2, 3, 14));
    assertThat(features.taps())
        .extracting(NDArray::getShape)
        .containsExactly(new Shape(2, 4, 14, 14), new Shape(2, 8, 7, 7), new Shape(2, 16, 4, 4));
  }

  @Test
  void greyImagesAreTaken() {
    Nb201Network network =
        Nb201Network.of(manager, Networks.cell("303101"), SMALL, 1, Networks.random(1));
    assertThat(forward(network, images(2, 1, 14)).logits().getShape()).isEqualTo(new Shape(2, 10));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Nb201Network.of(manager, Networks.cell("303101"), SMALL, 2, Networks.random(1)))
        .withMessageContaining("(2)");
  }

  @Test
  void aCellWithoutAPathGivesConstantFeatures() {
    Features features = forward(network("330000", SMALL), images(3, 3, 14));
    for (NDArray tap : features.taps()) {
      assertThat(tap.max().getFloat()).isEqualTo(tap.min().getFloat());
    }
  }

  @Test
  void equalSeedsGiveEqualNetworks() {
    float[] one = forward(network("312420", SMALL), images(4, 3, 14)).logits().toFloatArray();
    float[] other = forward(network("312420", SMALL), images(4, 3, 14)).logits().toFloatArray();
    assertThat(one).isEqualTo(other);
  }

  @Test
  void deadEdgesDoNotChangeTheFunction() {
    float[] full = forward(network("033333", SMALL), images(4, 3, 14)).logits().toFloatArray();
    float[] pruned = forward(network("030303", SMALL), images(4, 3, 14)).logits().toFloatArray();
    assertThat(full).isEqualTo(pruned);
  }

  // PyTorch's default: uniform in ±1/sqrt(fan-in), whose standard deviation is bound/sqrt(3).
  @Test
  void weightsAreDrawnAsPyTorchDoesByDefault() {
    for (Parameter parameter : network("333333", PUBLISHED).parameters()) {
      String name = parameter.name();
      float[] values = parameter.value().toFloatArray();
      if (name.contains("norm")) {
        assertThat(values).as(name).containsOnly(name.endsWith("weight") ? 1 : 0);
      } else if (name.equals("stage2.cell3.edge31.conv.weight")) {
        double bound = 1 / Math.sqrt(32 * 9);
        double squares = 0;
        for (float value : values) {
          assertThat((double) value).isBetween(-bound * 1.000001, bound * 1.000001);
          squares += value * value;
        }
        assertThat(Math.sqrt(squares / values.length))
            .isCloseTo(bound / Math.sqrt(3), within(0.02 * bound));
      }
    }
  }

  @Test
  void runningStatisticsFollowOnlyWhereTheyAreTracked() {
    Nb201Network network = network("333133", SMALL);
    NDArray images = images(4, 3, 14);
    float[] fresh = running(network, images);
    forward(network, images);
    assertThat(running(network, images)).isEqualTo(fresh);
    session.withoutGradients(() -> network.forward(images, BatchStatistics.TRACKED));
    assertThat(running(network, images)).isNotEqualTo(fresh);
  }

  private float[] running(Nb201Network network, NDArray images) {
    return session
        .withoutGradients(() -> network.forward(images, BatchStatistics.RUNNING))
        .logits()
        .toFloatArray();
  }

  // In double precision: single precision cannot tell gradients from kinks of ReLU.
  @Test
  void gradientsAgreeWithFiniteDifferences() {
    NetworkShape tiny = new NetworkShape(2, 1, 3, 6);
    Weights weights = new Weights(manager, Networks.DOUBLE, Networks.random(5));
    Nb201Network network = Nb201Network.of(Networks.cell("342413"), tiny, 3, weights);
    NDArray images = images(4, 3, 6).toType(DataType.FLOAT64, true);
    Gradients.check(session, network, images);
  }
}
