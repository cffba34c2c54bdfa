package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nasbench4j.space.nb201.LiveCell;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.NetworkShape;

/**
 * The network of a NAS-Bench-201 cell: a stem, three stages of cells with residual blocks between
 * them, batch normalisation, ReLU, global mean pooling and a linear layer.
 *
 * <p>Only edges that carry something from a cell's input to its output are built. Taps are the
 * outputs of the first and the second stage as they are, and the last feature maps after batch
 * normalisation and ReLU. A cell without any path gives constant features.
 *
 * <p>Source: Dong and Yang, "NAS-Bench-201: Extending the Scope of Reproducible Neural Architecture
 * Search", ICLR 2020, and its published code. Used by one thread at a time.
 */
public final class Nb201Network implements TrainableNetwork {
  private final NetworkShape shape;
  private final Layer stem;
  private final List<Layer> stages = new ArrayList<>();
  private final Layer lastNorm;
  private final Layer classifier;
  private final Rectifier rectifier;
  private final List<Parameter> parameters;

  private Nb201Network(Nb201Cell cell, NetworkShape shape, int inputChannels, Weights weights) {
    this.shape = shape;
    Nb201Cell pruned = LiveCell.of(cell).pruned();
    int width = shape.channels(0);
    stem =
        weights
            .conv("stem.conv", inputChannels, width, 3, 1)
            .then(weights.norm("stem.norm", width));
    for (int stage = 0; stage < NetworkShape.STAGES; stage++) {
      stages.add(stage(pruned, weights, stage));
    }
    int features = shape.channels(NetworkShape.STAGES - 1);
    lastNorm = weights.norm("last.norm", features);
    classifier = weights.linear("classifier", features, shape.classes());
    rectifier = weights.rectifier();
    parameters = weights.parameters();
  }

  /**
   * Builds a network with PyTorch's default initialisation.
   *
   * @param manager owns the network's arrays, and closes them
   * @param cell the cell
   * @param shape width, depth and classes; forward takes any side
   * @param inputChannels 1 for grey images, 3 for colour
   * @param random draws the weights, in the order of the layers
   * @return the network
   * @throws IllegalArgumentException if the images have another number of channels
   */
  public static Nb201Network of(
      NDManager manager,
      Nb201Cell cell,
      NetworkShape shape,
      int inputChannels,
      RandomGenerator random) {
    return of(cell, shape, inputChannels, new Weights(manager, Variant.trained(), random));
  }

  /**
   * Builds a network to be looked into.
   *
   * @param manager owns the network's arrays, and closes them
   * @param cell the cell
   * @param shape width, depth and classes; forward takes any side
   * @param inputChannels 1 for grey images, 3 for colour
   * @param random draws the weights, in the order of the layers
   * @param variant how it departs from the network that is trained
   * @return the network
   * @throws IllegalArgumentException if the images have another number of channels
   */
  public static Nb201Network of(
      NDManager manager,
      Nb201Cell cell,
      NetworkShape shape,
      int inputChannels,
      RandomGenerator random,
      Variant variant) {
    return of(cell, shape, inputChannels, new Weights(manager, variant, random));
  }

  /**
   * Builds several equal networks side by side, which an engine computes much faster than one after
   * the other: a lane for each generator. Lanes share nothing; each has its own channels in the
   * images, the features and the logits, all of the first lane before those of the second.
   *
   * @param manager owns the network's arrays, and closes them
   * @param cell the cell
   * @param shape width, depth and classes of one lane; forward takes any side
   * @param inputChannels of one lane: 1 for grey images, 3 for colour
   * @param lanes each draws the weights of a lane, in the order of the layers, at least one
   * @return the network; its number of classes is that of one lane
   * @throws IllegalArgumentException if the images have another number of channels, or there is no
   *     lane
   */
  public static Nb201Network of(
      NDManager manager,
      Nb201Cell cell,
      NetworkShape shape,
      int inputChannels,
      List<RandomGenerator> lanes) {
    if (lanes.isEmpty()) {
      throw new IllegalArgumentException("The network must have at least one lane.");
    }
    return of(cell, shape, inputChannels, new Weights(manager, Variant.trained(), lanes));
  }

  static Nb201Network of(Nb201Cell cell, NetworkShape shape, int inputChannels, Weights weights) {
    if (inputChannels != 1 && inputChannels != 3) {
      throw new IllegalArgumentException(
          "The images' channels (%d) must be 1 (grey) or 3 (colour).".formatted(inputChannels));
    }
    return new Nb201Network(cell, shape, inputChannels, weights);
  }

  private Layer stage(Nb201Cell pruned, Weights weights, int stage) {
    int channels = shape.channels(stage);
    String name = "stage" + (stage + 1);
    Layer layers =
        stage == 0
            ? (input, statistics) -> input
            : new ReductionLayer(weights, name + ".reduction", channels / 2, channels);
    Layer smoothing = weights.smoothing(channels);
    for (int cell = 0; cell < shape.cellsPerStage(); cell++) {
      String cellName = name + ".cell" + cell;
      layers = layers.then(new CellLayer(pruned, weights, smoothing, cellName, channels));
    }
    return layers;
  }

  @Override
  public Features forward(NDArray images, BatchStatistics statistics) {
    NDArray first = stages.get(0).forward(stem.forward(images, statistics), statistics);
    NDArray second = stages.get(1).forward(first, statistics);
    NDArray third = stages.get(2).forward(second, statistics);
    NDArray last = rectifier.of(lastNorm.forward(third, statistics));
    NDArray logits = classifier.forward(Linear.pooled(last), statistics);
    return new Features(logits, List.of(first, second, last));
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
