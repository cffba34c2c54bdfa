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
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.neural.TestEngine;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.space.nb101.Nb101Counts;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.space.nb101.Nb101Shape;
import org.nasbench4j.space.nb101.Nb101Space;

class Nb101NetworkTest {
  private static final Nb101Shape SMALL = new Nb101Shape(8, 1, 10, 14);

  /** Of a genuine record: channels are shared unevenly, so that some are cut. */
  private static final String RECORD =
      "0101000001110000010000000001000001000000010000000:input,conv3x3-bn-relu,conv1x1-bn-relu,"
          + "conv1x1-bn-relu,conv3x3-bn-relu,conv1x1-bn-relu,output";

  /** Three parts of 8 channels, a wider vertex before a narrower one, and the input added. */
  private static final String UNEVEN =
      "0100101001100000000010000001000001000000010000000:input,conv3x3-bn-relu,maxpool3x3,"
          + "conv1x1-bn-relu,conv3x3-bn-relu,conv1x1-bn-relu,output";

  private final EngineSession session = TestEngine.session();
  private final NDManager manager = session.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private Nb101Network network(String module, Nb101Shape shape) {
    return Nb101Network.of(manager, Nb101Module.parse(module), shape, 3, Networks.random(1));
  }

  private NDArray images(int count, int channels, int side) {
    return Networks.images(manager, count, channels, side);
  }

  private Features forward(Nb101Network network, NDArray images) {
    return session.withoutGradients(() -> network.forward(images, BatchStatistics.BATCH));
  }

  @Test
  void hasTheParametersOfTheFormula() {
    Nb101Space space = new Nb101Space();
    RandomGenerator random = Networks.random(3);
    for (int i = 0; i < 60; i++) {
      Nb101Shape shape = new Nb101Shape(5 + i % 9, 1 + i % 2, 10, 8);
      Nb101Module module = space.sample(random);
      Nb101Network network = Nb101Network.of(manager, module, shape, 3, random);
      assertThat(network.parameterCount())
          .as(module.text())
          .isEqualTo(new Nb101Counts(shape).parameters(module));
    }
  }

  // The first row of the published table: 8,555,530 trainable parameters.
  @Test
  void hasThePublishedNumberOfParameters() {
    Nb101Network network =
        network(
            "0100110001000000010010000010000001000000010000000:input,conv3x3-bn-relu,maxpool3x3,"
                + "conv3x3-bn-relu,conv3x3-bn-relu,conv1x1-bn-relu,output",
            Nb101Shape.published());
    assertThat(network.parameterCount()).isEqualTo(8_555_530);
  }

  @Test
  void namesOfParametersAreUnique() {
    List<String> names = network(UNEVEN, SMALL).parameters().stream().map(Parameter::name).toList();
    assertThat(new HashSet<>(names))
        .hasSameSizeAs(names)
        .contains("stack3.module0.vertex1.operation.conv.weight");
  }

  @Test
  void tapsAreTheStacks() {
    Features features = forward(network(RECORD, new Nb101Shape(16, 3, 10, 32)), images(2, 3, 32));
    assertThat(features.logits().getShape()).isEqualTo(new Shape(2, 10));
    assertThat(features.taps())
        .extracting(NDArray::getShape)
        .containsExactly(
            new Shape(2, 16, 32, 32), new Shape(2, 32, 16, 16), new Shape(2, 64, 8, 8));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 7, 9, 11})
  void oddChannelsAndSidesAreShared(int channels) {
    Nb101Shape shape = new Nb101Shape(channels, 2, 10, 13);
    for (String module : List.of(RECORD, UNEVEN)) {
      Features features = forward(network(module, shape), images(2, 3, 13));
      assertThat(features.taps())
          .extracting(NDArray::getShape)
          .containsExactly(
              new Shape(2, channels, 13, 13),
              new Shape(2, 2L * channels, 7, 7),
              new Shape(2, 4L * channels, 4, 4));
    }
  }

  @Test
  void anyModuleOfTheSpaceCanBeBuilt() {
    Nb101Space space = new Nb101Space();
    RandomGenerator random = Networks.random(4);
    NDArray images = images(2, 3, 8);
    for (int i = 0; i < 40; i++) {
      Nb101Module module = space.sample(random);
      Nb101Shape shape = new Nb101Shape(7, 1, 10, 8);
      Nb101Network network = Nb101Network.of(manager, module, shape, 3, random);
      assertThat(forward(network, images).logits().toFloatArray())
          .as(module.text())
          .hasSize(20)
          .doesNotContain(Float.NaN);
    }
  }

  @Test
  void theInputAloneIsProjected() {
    Nb101Network network = network("0100:input,output", SMALL);
    assertThat(network.parameters())
        .extracting(Parameter::name)
        .contains("stack1.module0.vertex1.projection.conv.weight");
    assertThat(forward(network, images(2, 3, 14)).logits().getShape()).isEqualTo(new Shape(2, 10));
  }

  // A part that is its input's projection, once alone and once added to the output of a vertex.
  @Test
  void anEdgeFromInputToOutputAddsItsProjection() {
    String alone = "010001000:input,maxpool3x3,output";
    String added = "011001000:input,maxpool3x3,output";
    Nb101Network network = network(added, SMALL);
    assertThat(network.parameterCount()).isGreaterThan(network(alone, SMALL).parameterCount());
    for (Parameter parameter : network.parameters()) {
      if (parameter.name().startsWith("stack1.module0.vertex2.projection.norm")) {
        parameter.value().set(new float[8]);
      }
    }
    // A projection that is switched off adds nothing; the layers before it draw the same weights.
    assertThat(forward(network, images(2, 3, 14)).taps().get(0).toFloatArray())
        .isEqualTo(forward(network(alone, SMALL), images(2, 3, 14)).taps().get(0).toFloatArray());
  }

  @Test
  void greyImagesAreTaken() {
    Nb101Module module = Nb101Module.parse(RECORD);
    Nb101Network network = Nb101Network.of(manager, module, SMALL, 1, Networks.random(1));
    assertThat(forward(network, images(2, 1, 14)).logits().getShape()).isEqualTo(new Shape(2, 10));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Nb101Network.of(manager, module, SMALL, 2, Networks.random(1)))
        .withMessageContaining("(2)");
  }

  @Test
  void deadVerticesDoNotChangeTheFunction() {
    Nb101Module module =
        Nb101Module.parse("0110000000010000:input,maxpool3x3,conv3x3-bn-relu,output");
    assertThat(module.pruned().vertices()).isEqualTo(3);
    assertThat(forward(network(module.text(), SMALL), images(2, 3, 14)).logits().toFloatArray())
        .isEqualTo(
            forward(network(module.pruned().text(), SMALL), images(2, 3, 14))
                .logits()
                .toFloatArray());
  }

  // TensorFlow's variance scaling: a normal distribution of standard deviation 1/sqrt(fan-in),
  // nothing beyond two deviations of the uncut distribution; dense layers uniform, biases zero.
  @Test
  void weightsAreDrawnAsTheBenchmarkDoes() {
    for (Parameter parameter : network(RECORD, new Nb101Shape(32, 1, 10, 8)).parameters()) {
      String name = parameter.name();
      float[] values = parameter.value().toFloatArray();
      if (name.contains("norm")) {
        assertThat(values).as(name).containsOnly(name.endsWith("weight") ? 1 : 0);
      } else if (name.equals("stack3.module0.vertex1.operation.conv.weight")) {
        double deviation = 1 / Math.sqrt(9.0 * parameter.value().getShape().get(1));
        assertThat(deviation(values)).isCloseTo(deviation, within(0.02 * deviation));
        assertThat((double) parameter.value().abs().max().getFloat())
            .isBetween(2 * deviation, 2 * deviation / 0.879);
      } else if (name.equals("classifier.weight")) {
        double bound = Math.sqrt(6.0 / (128 + 10));
        assertThat(deviation(values)).isCloseTo(bound / Math.sqrt(3), within(0.05 * bound));
        assertThat((double) parameter.value().abs().max().getFloat()).isLessThan(bound);
      } else if (name.equals("classifier.bias")) {
        assertThat(values).containsOnly(0);
      }
    }
  }

  private static double deviation(float[] values) {
    double squares = 0;
    for (float value : values) {
      squares += value * value;
    }
    return Math.sqrt(squares / values.length);
  }

  @Test
  void runningStatisticsFollowSlowlyWhereTheyAreTracked() {
    Nb101Network network = network(RECORD, SMALL);
    NDArray images = images(4, 3, 14);
    float[] fresh = running(network, images);
    forward(network, images);
    assertThat(running(network, images)).isEqualTo(fresh);
    session.withoutGradients(() -> network.forward(images, BatchStatistics.TRACKED));
    assertThat(running(network, images)).isNotEqualTo(fresh);
  }

  private float[] running(Nb101Network network, NDArray images) {
    return session
        .withoutGradients(() -> network.forward(images, BatchStatistics.RUNNING))
        .logits()
        .toFloatArray();
  }

  @Test
  void gradientsReachAllParameters() {
    Nb101Network network = network(RECORD, new Nb101Shape(16, 1, 10, 14));
    NDArray images = images(4, 3, 14);
    session.withGradients(
        () -> {
          session.backward(Gradients.loss(network, images));
          return network;
        });
    for (Parameter parameter : network.parameters()) {
      assertThat(parameter.value().getGradient().abs().max().getFloat())
          .as(parameter.name())
          .isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {RECORD, UNEVEN})
  void gradientsAgreeWithFiniteDifferences(String module) {
    Nb101Shape tiny = new Nb101Shape(5, 1, 3, 6);
    Weights weights =
        new Weights(manager, Networks.DOUBLE, Networks.random(5), Initialisation.VARIANCE_SCALING);
    Nb101Network network = Nb101Network.of(Nb101Module.parse(module), tiny, 3, weights);
    Gradients.check(session, network, images(4, 3, 6).toType(DataType.FLOAT64, true));
  }
}
