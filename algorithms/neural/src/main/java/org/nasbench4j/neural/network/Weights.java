package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.nasbench4j.neural.engine.NativeArrays;

/**
 * Makes the arrays of a network and keeps the trainable ones in the order of their making.
 *
 * <p>A network may have several lanes: equal networks side by side that share nothing but the calls
 * of the engine. The channels of one lane follow those of another, convolutions have a group for
 * each lane, and each lane has a generator, from which it draws what it would draw alone.
 *
 * <p>Weights are drawn from our generator, as PyTorch does by default where nothing else is said;
 * the engine's own generator is shared by the whole process.
 */
public final class Weights {
  private final NDManager manager;
  private final Variant variant;
  private final Rectifier rectifier;
  private final List<RandomGenerator> lanes;
  private final Initialisation initialisation;
  private final List<Parameter> parameters = new ArrayList<>();

  /**
   * Draws the weights of one network as PyTorch does by default.
   *
   * @param manager owns the arrays, and closes them
   * @param variant how the network departs from the one that is trained
   * @param random draws the weights, in the order in which layers are asked for
   */
  public Weights(NDManager manager, Variant variant, RandomGenerator random) {
    this(manager, variant, random, Initialisation.PYTORCH);
  }

  // One lane for each generator.
  Weights(NDManager manager, Variant variant, List<RandomGenerator> lanes) {
    this(manager, variant, lanes, Initialisation.PYTORCH);
  }

  Weights(
      NDManager manager, Variant variant, RandomGenerator random, Initialisation initialisation) {
    this(manager, variant, List.of(random), initialisation);
  }

  private Weights(
      NDManager manager,
      Variant variant,
      List<RandomGenerator> lanes,
      Initialisation initialisation) {
    this.manager = manager;
    this.variant = variant;
    this.rectifier = new Rectifier(variant.activations());
    this.lanes = List.copyOf(lanes);
    this.initialisation = initialisation;
  }

  /**
   * A convolution without bias, whose padding keeps the side at stride 1.
   *
   * @param name unique in the network
   * @param from channels of the input
   * @param to channels of the output
   * @param kernel height and width of the window, odd
   * @param stride 1, or 2 to halve the side
   * @return the layer
   */
  public Layer conv(String name, int from, int to, int kernel, int stride) {
    return Convolutions.of(kernels(name, from, to, kernel), kernel, stride, lanes.size());
  }

  /**
   * A convolution with bias and stride 1, whose padding keeps the side.
   *
   * @param name unique in the network
   * @param from channels of the input
   * @param to channels of the output
   * @param kernel height and width of the window, odd
   * @return the layer
   */
  public Layer biasedConv(String name, int from, int to, int kernel) {
    NDArray weight = kernels(name, from, to, kernel);
    float[] biases = inLanes(to, lane -> initialisation.bias(from * kernel * kernel, to, lane));
    NDArray bias = drawn(name + ".bias", biases, new Shape(all(to)));
    return Convolutions.of(weight, bias, kernel, lanes.size());
  }

  private NDArray kernels(String name, int from, int to, int kernel) {
    Shape shape = new Shape(all(to), from, kernel, kernel);
    int fanIn = from * kernel * kernel;
    float[] values =
        inLanes(to * fanIn, lane -> initialisation.convolution(to * fanIn, fanIn, lane));
    return drawn(name + ".weight", values, shape);
  }

  private int all(int channels) {
    return lanes.size() * channels;
  }

  // What each lane draws, one after the other.
  private float[] inLanes(int count, Function<RandomGenerator, float[]> draw) {
    float[] values = new float[all(count)];
    for (int lane = 0; lane < lanes.size(); lane++) {
      System.arraycopy(draw.apply(lanes.get(lane)), 0, values, lane * count, count);
    }
    return values;
  }

  /**
   * A batch normalisation with scale and shift.
   *
   * @param name unique in the network
   * @param channels of input and output
   * @return the layer
   */
  public Layer norm(String name, int channels) {
    return norm(name, channels, BatchNormalisation.TRACKED);
  }

  // The last number is the share of the running statistics that a batch leaves.
  Layer norm(String name, int channels, float tracked) {
    if (variant.normalisation() == Variant.Normalisation.NONE) {
      return (input, statistics) -> input;
    }
    DataType type = variant.type();
    Shape shape = new Shape(all(channels));
    return new BatchNormalisation(
        trainable(name + ".weight", manager.ones(shape, type)),
        trainable(name + ".bias", manager.zeros(shape, type)),
        manager.zeros(shape, type),
        manager.ones(shape, type),
        tracked);
  }

  /**
   * A batch normalisation that learns nothing and remembers nothing.
   *
   * @param channels of input and output
   * @return the normalisation
   */
  public Standardisation standardisation(int channels) {
    return new Standardisation(manager, variant.type(), channels);
  }

  /**
   * A linear layer.
   *
   * @param name unique in the network
   * @param from numbers of each input
   * @param to numbers of each output
   * @return the layer: images, numbers
   */
  public Layer linear(String name, int from, int to) {
    float[] weights = inLanes(from * to, lane -> initialisation.linear(from, to, lane));
    NDArray weight = drawn(name + ".weight", weights, new Shape(all(to), from));
    float[] biases = inLanes(to, lane -> initialisation.bias(from, to, lane));
    NDArray bias = drawn(name + ".bias", biases, new Shape(all(to)));
    return lanes.size() == 1 ? Linear.of(weight, bias) : Linear.of(weight, bias, lanes.size());
  }

  /**
   * Mean pooling of 3x3 that keeps the side and does not count the padding.
   *
   * @param channels of input and output
   * @return the layer
   */
  public Layer smoothing(int channels) {
    return new AveragePooling(manager, variant.type(), all(channels));
  }

  private NDArray drawn(String name, float[] values, Shape shape) {
    for (int i = 0; i < values.length; i++) {
      values[i] = signed(values[i]);
    }
    return trainable(name, array(values, shape));
  }

  private float signed(float value) {
    return variant.signs() == Variant.Signs.POSITIVE ? Math.abs(value) : value;
  }

  private NDArray array(float[] values, Shape shape) {
    NDArray floats = NativeArrays.copyOf(manager, values, shape);
    if (variant.type() == DataType.FLOAT32) {
      return floats;
    }
    try (floats) {
      return floats.toType(variant.type(), true);
    }
  }

  private NDArray trainable(String name, NDArray value) {
    value.setRequiresGradient(true);
    parameters.add(new Parameter(name, value));
    return value;
  }

  Rectifier rectifier() {
    return rectifier;
  }

  /**
   * What is trained of the layers that were made.
   *
   * @return a view, in the order of their making
   */
  public List<Parameter> parameters() {
    return Collections.unmodifiableList(parameters);
  }
}
