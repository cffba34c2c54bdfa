package org.nasbench4j.neural.supernet.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.neural.TestEngine;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.network.Parameter;
import org.nasbench4j.neural.network.Variant;
import org.nasbench4j.neural.network.Variant.Normalisation;
import org.nasbench4j.neural.network.Variant.Signs;
import org.nasbench4j.neural.network.Weights;
import org.nasbench4j.space.oneshot1.OneShotLayout;

class OneShotSupernetTest {
  private static final SupernetShape TINY = new SupernetShape(2, 3, 3);

  /** Single precision cannot tell gradients from kinks of ReLU. */
  private static final Variant DOUBLE =
      new Variant(DataType.FLOAT64, Signs.DRAWN, Normalisation.BATCH, activation -> {});

  private final EngineSession session = TestEngine.session();
  private final NDManager manager = session.newManager();
  private final Random random = new Random(1);

  @AfterEach
  void close() {
    manager.close();
  }

  private Supernet supernet(OneShotLayout layout, SupernetShape shape) {
    return new OneShotSupernetSpace(layout).build(manager, shape, 3, random);
  }

  private Supernet inDoubles(OneShotLayout layout, int channels) {
    return new OneShotSupernetSpace(layout)
        .build(new Weights(manager, DOUBLE, random), new SupernetShape(channels, 3, 3), 3);
  }

  private NDArray doubles(double[][] values) {
    return manager.create(values).duplicate();
  }

  private NDArray images(int channels, int side, DataType type) {
    Shape shape = new Shape(4, channels, side, side);
    double[] pixels = random.doubles(shape.size(), -1, 1).toArray();
    return manager.create(pixels, shape).toType(type, true);
  }

  // Rows of a map that sum to one over the columns that they use.
  private double[][] mixed(DecisionMap map) {
    double[][] weights = new double[map.rows()][map.columns()];
    for (int row = 0; row < map.rows(); row++) {
      int used = map.used().get(row);
      double[] parts = random.doubles(used, 0.1, 1).toArray();
      double sum = Arrays.stream(parts).sum();
      for (int column = 0; column < used; column++) {
        weights[row][column] = parts[column] / sum;
      }
    }
    return weights;
  }

  private double[][] oneHot(DecisionMap map) {
    double[][] weights = new double[map.rows()][map.columns()];
    for (int row = 0; row < map.rows(); row++) {
      weights[row][random.nextInt(map.used().get(row))] = 1;
    }
    return weights;
  }

  private List<NDArray> weights(OneShotLayout layout, DataType type) {
    return new OneShotSupernetSpace(layout)
        .maps().stream().map(map -> doubles(mixed(map)).toType(type, true)).toList();
  }

  // By the sum over the layers of the published code; rounded they are the 1.10 and 1.51 million,
  // and the 81 and 108 thousand, that were counted in it.
  @ParameterizedTest
  @CsvSource({
    "SPACE_1,16,9,1101402",
    "SPACE_2,16,9,1101402",
    "SPACE_3,16,9,1509594",
    "SPACE_1,8,3,81202",
    "SPACE_3,8,3,107762",
  })
  void hasTheParametersOfThePublishedModel(
      OneShotLayout layout, int channels, int cells, long parameters) {
    Supernet supernet = supernet(layout, new SupernetShape(channels, cells, 10));
    assertThat(supernet.parameters().stream().mapToLong(one -> one.value().size()).sum())
        .isEqualTo(parameters);
  }

  @Test
  void namesOfParametersAreUnique() {
    List<String> names =
        supernet(OneShotLayout.SPACE_3, TINY).parameters().stream().map(Parameter::name).toList();
    assertThat(new HashSet<>(names))
        .hasSameSizeAs(names)
        .contains("cell2.projections.conv.weight", "cell0.block5.conv3x3.norm.bias");
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 13, 14, 32})
  void imagesMayHaveAnySide(int side) {
    for (OneShotLayout layout : OneShotLayout.values()) {
      NDArray logits =
          session.withoutGradients(
              () ->
                  supernet(layout, TINY)
                      .logits(
                          images(3, side, DataType.FLOAT32), weights(layout, DataType.FLOAT32)));
      assertThat(logits.getShape()).isEqualTo(new Shape(4, 3));
      assertThat(logits.toFloatArray()).doesNotContain(Float.NaN);
    }
  }

  @Test
  void imagesAreGreyOrColoured() {
    OneShotSupernetSpace space = new OneShotSupernetSpace(OneShotLayout.SPACE_1);
    NDArray logits =
        session.withoutGradients(
            () ->
                space
                    .build(manager, TINY, 1, random)
                    .logits(
                        images(1, 14, DataType.FLOAT32),
                        weights(OneShotLayout.SPACE_1, DataType.FLOAT32)));
    assertThat(logits.getShape()).isEqualTo(new Shape(4, 3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.build(manager, TINY, 2, random))
        .withMessageContaining("(2)");
  }

  @Test
  void eachSideOfTheMapsHasACell() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> supernet(OneShotLayout.SPACE_1, new SupernetShape(2, 2, 3)))
        .withMessageContaining("depth (2)")
        .withMessageContaining("at least 3");
  }

  @ParameterizedTest
  @EnumSource
  void oneHotWeightsSelectLayers(OneShotLayout layout) {
    List<DecisionMap> maps = new OneShotSupernetSpace(layout).maps();
    for (int i = 0; i < 3; i++) {
      agreesWithThePlainModel(layout, 2, oneHot(maps.get(0)), oneHot(maps.get(1)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void otherWeightsMixThem(OneShotLayout layout) {
    List<DecisionMap> maps = new OneShotSupernetSpace(layout).maps();
    agreesWithThePlainModel(layout, 2, mixed(maps.get(0)), mixed(maps.get(1)));
  }

  // From 8 channels on they lie in another order in memory.
  @Test
  void moreChannelsAreMixedAlike() {
    OneShotLayout layout = OneShotLayout.SPACE_3;
    List<DecisionMap> maps = new OneShotSupernetSpace(layout).maps();
    agreesWithThePlainModel(layout, 8, mixed(maps.get(0)), mixed(maps.get(1)));
  }

  private void agreesWithThePlainModel(
      OneShotLayout layout, int channels, double[][] operations, double[][] topology) {
    Supernet supernet = inDoubles(layout, channels);
    NDArray images = images(3, 9, DataType.FLOAT64);
    PlainOneShot plain = new PlainOneShot(layout, supernet.parameters(), operations, topology);
    session.withoutGradients(
        () -> {
          List<NDArray> weights = List.of(doubles(operations), doubles(topology));
          assertThat(supernet.logits(images, weights).toDoubleArray())
              .containsExactly(plain.logits(images, 3).toDoubleArray(), within(1e-8));
          return plain;
        });
  }

  @ParameterizedTest
  @CsvSource({"SPACE_1,2", "SPACE_2,2", "SPACE_3,2", "SPACE_2,8"})
  void gradientsAgreeWithFiniteDifferences(OneShotLayout layout, int channels) {
    Supernet supernet = inDoubles(layout, channels);
    NDArray images = images(3, 6, DataType.FLOAT64);
    List<NDArray> weights = weights(layout, DataType.FLOAT64);
    weights.forEach(map -> map.setRequiresGradient(true));
    Supplier<NDArray> loss = () -> supernet.logits(images, weights).square().mean();
    session.withGradients(
        () -> {
          session.backward(loss.get());
          return supernet;
        });
    for (NDArray map : weights) {
      for (int at = 0; at < map.size(); at++) {
        checkGradient("map", map, at, loss);
      }
    }
    for (Parameter parameter : supernet.parameters()) {
      NDArray value = parameter.value();
      checkGradient(parameter.name(), value, (int) value.size() - 1, loss);
    }
  }

  private void checkGradient(String name, NDArray value, int at, Supplier<NDArray> loss) {
    double slope = value.getGradient().toDoubleArray()[at];
    // So short that hardly any ReLU and no maximum changes sides.
    double difference = session.withoutGradients(() -> Doubles.difference(value, at, 1e-7, loss));
    assertThat(slope).as(name + " " + at).isCloseTo(difference, within(1e-7));
  }

  @Test
  void columnsThatARowDoesNotUseHaveNoGradient() {
    Supernet supernet = supernet(OneShotLayout.SPACE_2, TINY);
    List<NDArray> weights = weights(OneShotLayout.SPACE_2, DataType.FLOAT32);
    weights.forEach(map -> map.setRequiresGradient(true));
    session.withGradients(
        () -> {
          NDArray logits = supernet.logits(images(3, 14, DataType.FLOAT32), weights);
          session.backward(logits.square().mean());
          return supernet;
        });
    // Nodes 2, 3 and 4 and the output have 2, 3, 4 and 5 parents to choose from.
    float[] gradient = weights.get(1).getGradient().toFloatArray();
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 5; column++) {
        assertThat(gradient[5 * row + column] != 0).isEqualTo(column < row + 2);
      }
    }
  }

  @Test
  void aStepLeavesNothingInTheManagerOfTheNetwork() {
    Supernet supernet = supernet(OneShotLayout.SPACE_3, TINY);
    NDArray images = images(3, 8, DataType.FLOAT32);
    List<NDArray> weights = weights(OneShotLayout.SPACE_3, DataType.FLOAT32);
    weights.forEach(map -> map.setRequiresGradient(true));
    int before = manager.getManagedArrays().size();
    session.withGradients(
        () -> {
          try (NDManager step = manager.newSubManager()) {
            images.attach(step);
            weights.forEach(map -> map.attach(step));
            session.backward(supernet.logits(images, weights).square().mean());
          }
          return supernet;
        });
    assertThat(manager.getManagedArrays().size()).isEqualTo(before - 3);
  }
}
