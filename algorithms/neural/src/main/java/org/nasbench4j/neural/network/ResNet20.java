package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.tensor.NamedTensors;

/**
 * The residual network of 20 layers for small images, the reference network of RMI-NAS: three
 * stages of three blocks with 16, 32 and 64 channels, and shortcuts without weights that leave out
 * every second pixel and pad channels with zeros. It takes images of any side.
 *
 * <p>Taps are the outputs of the three stages. Its arrays have the names of the published
 * checkpoint ({@code conv1.weight}, {@code layer1.0.bn1.running_mean}, ...), which is for images
 * that are normalised by ImageNet's means and deviations.
 *
 * <p>Source: He et al., "Deep Residual Learning for Image Recognition", CVPR 2016, section 4.2,
 * shortcut option A.
 */
public final class ResNet20 implements TappedNetwork {
  private static final int PUBLISHED_CHANNELS = 3;
  private static final int PUBLISHED_CLASSES = 10;
  private static final int BLOCKS = 3;
  private static final int[] CHANNELS = {16, 32, 64};

  private final int classes;
  private final CheckpointLayers layers;
  private final Layer stem;
  private final List<Layer> stages = new ArrayList<>();
  private final Layer classifier;

  /**
   * Builds the published network, for CIFAR-10.
   *
   * @param manager owns the network's arrays, and closes them
   * @param tensors the checkpoint
   * @throws IllegalArgumentException if a tensor is missing or has another shape
   */
  public ResNet20(NDManager manager, NamedTensors tensors) {
    this(manager, tensors::get, PUBLISHED_CHANNELS, PUBLISHED_CLASSES);
  }

  /**
   * Builds the network.
   *
   * @param manager owns the network's arrays, and closes them
   * @param source a checkpoint ({@code tensors::get}), or {@link KaimingNormal}
   * @param channels the images' channels, at least 1
   * @param classes the number of classes, at least 2
   * @throws IllegalArgumentException if a tensor is missing or has another shape
   */
  public ResNet20(NDManager manager, TensorSource source, int channels, int classes) {
    this.classes = classes;
    layers = new CheckpointLayers(manager, source);
    stem = layers.conv3x3("conv1", channels, CHANNELS[0], 1).then(layers.norm("bn1", CHANNELS[0]));
    int from = CHANNELS[0];
    for (int stage = 0; stage < CHANNELS.length; stage++) {
      Layer blocks = block(layers, "layer%d.0".formatted(stage + 1), from, CHANNELS[stage]);
      from = CHANNELS[stage];
      for (int block = 1; block < BLOCKS; block++) {
        blocks = blocks.then(block(layers, "layer%d.%d".formatted(stage + 1, block), from, from));
      }
      stages.add(blocks);
    }
    classifier = layers.linear("linear", from, classes);
  }

  private static Layer block(CheckpointLayers layers, String name, int from, int to) {
    Layer first =
        layers
            .conv3x3(name + ".conv1", from, to, to / from)
            .then(layers.norm(name + ".bn1", to))
            .then((maps, statistics) -> relu(maps));
    Layer branch =
        first.then(layers.conv3x3(name + ".conv2", to, to, 1)).then(layers.norm(name + ".bn2", to));
    return (input, statistics) ->
        relu(branch.forward(input, statistics).add(from == to ? input : shortcut(input)));
  }

  // Half of the new channels before and half behind the old ones.
  private static NDArray shortcut(NDArray input) {
    NDArray half = input.get(new NDIndex(":, :, ::2, ::2"));
    Shape shape = half.getShape();
    Shape padding = new Shape(shape.get(0), shape.get(1) / 2, shape.get(2), shape.get(3));
    NDArray zeros = half.getManager().zeros(padding, half.getDataType());
    return zeros.concat(half, 1).concat(zeros, 1);
  }

  private static NDArray relu(NDArray maps) {
    return maps.getNDArrayInternal().relu();
  }

  @Override
  public Features forward(NDArray images, BatchStatistics statistics) {
    NDArray first = stages.get(0).forward(relu(stem.forward(images, statistics)), statistics);
    NDArray second = stages.get(1).forward(first, statistics);
    NDArray third = stages.get(2).forward(second, statistics);
    NDArray logits = classifier.forward(Linear.pooled(third), statistics);
    return new Features(logits, List.of(first, second, third));
  }

  @Override
  public int classes() {
    return classes;
  }

  /**
   * Makes the network trainable: all its weights require gradients from now on.
   *
   * @return the weights, in the order of the layers
   */
  public List<Parameter> trainable() {
    List<Parameter> weights = layers.weights();
    weights.forEach(weight -> weight.value().setRequiresGradient(true));
    return weights;
  }

  /**
   * Copies weights and running statistics as they are now.
   *
   * @param source the name of the copy, for messages
   * @return tensors of which the same network can be built
   */
  public NamedTensors tensors(String source) {
    return layers.tensors(source);
  }
}
