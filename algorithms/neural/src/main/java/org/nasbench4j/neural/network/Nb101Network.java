package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.space.nb101.Nb101Shape;

/**
 * The network of a NAS-Bench-101 module: a stem, three stacks of modules with max pooling between
 * them, global mean pooling and a linear layer.
 *
 * <p>Only vertices on a path from a module's input to its output are built. The first module of the
 * second and of the third stack doubles the channels. Taps are the outputs of the three stacks.
 *
 * <p>Weights are drawn as the benchmark's own code does, not as PyTorch does: by variance scaling.
 * Isomorphic modules that are written differently may draw them in another order and share channels
 * in another way.
 *
 * <p>Source: Ying et al., "NAS-Bench-101: Towards Reproducible Neural Architecture Search", ICML
 * 2019, and its published code. Used by one thread at a time.
 */
public final class Nb101Network implements TrainableNetwork {
  private final Nb101Shape shape;
  private final Layer stem;
  private final List<Layer> stacks = new ArrayList<>();
  private final Layer classifier;
  private final List<Parameter> parameters;

  private Nb101Network(Nb101Module pruned, Nb101Shape shape, int inputChannels, Weights weights) {
    this.shape = shape;
    BnConvolutions convolutions = new BnConvolutions(weights);
    stem = convolutions.of("stem", inputChannels, shape.channels(0), 3);
    for (int stack = 0; stack < Nb101Shape.STACKS; stack++) {
      stacks.add(stack(pruned, convolutions, stack));
    }
    int features = shape.channels(Nb101Shape.STACKS - 1);
    classifier = weights.linear("classifier", features, shape.classes());
    parameters = weights.parameters();
  }

  /**
   * Builds a network with the initialisation of NAS-Bench-101.
   *
   * @param manager owns the network's arrays, and closes them
   * @param module the module; it is pruned first
   * @param shape width, depth and classes; forward takes any side
   * @param inputChannels 1 for grey images, 3 for colour
   * @param random draws the weights, in the order of the layers
   * @return the network
   * @throws IllegalArgumentException if the images have another number of channels
   */
  public static Nb101Network of(
      NDManager manager,
      Nb101Module module,
      Nb101Shape shape,
      int inputChannels,
      RandomGenerator random) {
    Weights weights =
        new Weights(manager, Variant.trained(), random, Initialisation.VARIANCE_SCALING);
    return of(module, shape, inputChannels, weights);
  }

  static Nb101Network of(Nb101Module module, Nb101Shape shape, int inputChannels, Weights weights) {
    if (inputChannels != 1 && inputChannels != 3) {
      throw new IllegalArgumentException(
          "The images' channels (%d) must be 1 (grey) or 3 (colour).".formatted(inputChannels));
    }
    return new Nb101Network(module.pruned(), shape, inputChannels, weights);
  }

  private Layer stack(Nb101Module pruned, BnConvolutions convolutions, int stack) {
    int channels = shape.channels(stack);
    int from = stack == 0 ? channels : shape.channels(stack - 1);
    Layer layers = (input, statistics) -> stack == 0 ? input : MaxPooling.halve(input);
    for (int module = 0; module < shape.modulesPerStack(); module++) {
      String name = "stack" + (stack + 1) + ".module" + module;
      layers = layers.then(new ModuleGraphLayer(pruned, convolutions, name, from, channels));
      from = channels;
    }
    return layers;
  }

  @Override
  public Features forward(NDArray images, BatchStatistics statistics) {
    NDArray first = stacks.get(0).forward(stem.forward(images, statistics), statistics);
    NDArray second = stacks.get(1).forward(first, statistics);
    NDArray third = stacks.get(2).forward(second, statistics);
    NDArray logits = classifier.forward(Linear.pooled(third), statistics);
    return new Features(logits, List.of(first, second, third));
  }

  @Override
  public int classes() {
    return shape.classes();
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }
}
