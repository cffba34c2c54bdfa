package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The one-shot model of a NAS-Bench-1Shot1 space: a network whose cells compute every operation in
 * every block and mix operations and inputs by weights that all cells share.
 *
 * <p>Unlike the networks of NAS-Bench-101, each block has the full width, whatever its successors.
 * Max pooling pads, as published: 32 pixels become 17 and 9. Normalisations always use the batch.
 *
 * <p>Source: Zela, Siems and Hutter, "NAS-Bench-1Shot1: Benchmarking and Dissecting One-shot Neural
 * Architecture Search", ICLR 2020, and its published code. Used by one thread at a time.
 */
public final class OneShotNetwork {
  private static final BatchStatistics STATISTICS = BatchStatistics.BATCH;

  private final OneShotShape shape;
  private final Layer stem;
  private final List<OneShotCellLayer> cells = new ArrayList<>();
  private final Layer last;
  private final Layer classifier;
  private final Rectifier rectifier;
  private final List<Parameter> parameters;

  private OneShotNetwork(OneShotShape shape, int inputChannels, Weights weights) {
    this.shape = shape;
    BnConvolutions convolutions = new BnConvolutions(weights);
    stem = convolutions.of("stem", inputChannels, shape.channels(), 3);
    int blocks = shape.layout().blocks();
    int from = shape.channels();
    for (int cell = 0; cell < shape.cells(); cell++) {
      int width = shape.channels(cell);
      cells.add(new OneShotCellLayer(convolutions, "cell" + cell, blocks, from, width));
      from = width * blocks;
    }
    int features = shape.channels(shape.cells() - 1);
    last = weights.conv("last.conv", from, features, 1, 1).then(weights.plainNorm(features));
    classifier = weights.linear("classifier", features, shape.classes());
    rectifier = weights.rectifier();
    parameters = weights.parameters();
  }

  /**
   * Builds a network with PyTorch's default initialisation.
   *
   * @param manager owns the network's arrays, and closes them
   * @param shape search space, width, depth and classes; images may have any side
   * @param inputChannels 1 for grey images, 3 for colour
   * @param random draws the weights, in the order of the layers
   * @return the network
   * @throws IllegalArgumentException if the images have another number of channels
   */
  public static OneShotNetwork of(
      NDManager manager, OneShotShape shape, int inputChannels, RandomGenerator random) {
    return of(shape, inputChannels, new Weights(manager, Variant.trained(), random));
  }

  static OneShotNetwork of(OneShotShape shape, int inputChannels, Weights weights) {
    if (inputChannels != 1 && inputChannels != 3) {
      throw new IllegalArgumentException(
          "The images' channels (%d) must be 1 (grey) or 3 (colour).".formatted(inputChannels));
    }
    return new OneShotNetwork(shape, inputChannels, weights);
  }

  /**
   * What the network says of a batch. Results live in the manager of the images.
   *
   * @param images images, channels, height, width
   * @param operations the weights of operations: a row for each block, with max pooling, the
   *     convolution 3x3 and the convolution 1x1
   * @param topology the weights of parents: a row for each node that has a choice, the output last;
   *     as many leading columns count as there are earlier nodes
   * @return logits: one row for each image, one column for each class
   */
  public NDArray logits(NDArray images, NDArray operations, NDArray topology) {
    OneShotMixture mixture =
        new OneShotMixture(shape.layout(), images.getManager(), operations, topology);
    NDArray maps = stem.forward(images, STATISTICS);
    for (int cell = 0; cell < cells.size(); cell++) {
      NDArray input = shape.halves(cell) ? MaxPooling.halvePadded(maps) : maps;
      maps = cells.get(cell).forward(input, mixture);
    }
    NDArray features = last.forward(rectifier.of(maps), STATISTICS);
    return classifier.forward(Linear.pooled(features), STATISTICS);
  }

  /**
   * The trainable arrays.
   *
   * @return in the order of the layers, names unique
   */
  public List<Parameter> parameters() {
    return parameters;
  }
}
