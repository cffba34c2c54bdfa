package org.nasbench4j.neural.supernet.space;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.neural.network.BatchStatistics;
import org.nasbench4j.neural.network.FeatureMaps;
import org.nasbench4j.neural.network.Layer;
import org.nasbench4j.neural.network.Parameter;
import org.nasbench4j.neural.network.ReductionLayer;
import org.nasbench4j.neural.network.Weights;
import org.nasbench4j.space.nb201.NetworkShape;

/**
 * The network of NAS-Bench-201 with every operation on every edge: a stem, three stages of mixed
 * cells with residual blocks between them, batch normalisation, ReLU, global mean pooling and a
 * linear layer. All cells share the weights of the mixture.
 *
 * <p>Source: Dong and Yang, "NAS-Bench-201: Extending the Scope of Reproducible Neural Architecture
 * Search", ICLR 2020, and its published code for weight-sharing searches.
 */
final class Nb201Supernet implements Supernet {
  private final Layer stem;
  private final List<Stage> stages = new ArrayList<>();
  private final Layer lastNorm;
  private final Layer classifier;
  private final List<Parameter> parameters;

  /** What changes size, and the cells after it. */
  private record Stage(Layer entry, Shares.Places places, List<MixedCell> cells) {}

  Nb201Supernet(NDManager manager, Weights weights, SupernetShape shape, int inputChannels) {
    int width = shape.channels();
    stem =
        weights
            .conv("stem.conv", inputChannels, width, 3, 1)
            .then(weights.norm("stem.norm", width));
    for (int stage = 0; stage < NetworkShape.STAGES; stage++) {
      stages.add(stage(manager, weights, shape, stage));
    }
    int features = width << (NetworkShape.STAGES - 1);
    lastNorm = weights.norm("last.norm", features);
    classifier = weights.linear("classifier", features, shape.classes());
    parameters = weights.parameters();
  }

  private static Stage stage(NDManager manager, Weights weights, SupernetShape shape, int stage) {
    int channels = shape.channels() << stage;
    String name = "stage" + (stage + 1);
    Layer entry =
        stage == 0
            ? (input, statistics) -> input
            : new ReductionLayer(weights, name + ".reduction", channels / 2, channels);
    List<MixedCell> cells = new ArrayList<>();
    for (int cell = 0; cell < shape.depth(); cell++) {
      cells.add(new MixedCell(weights, name + ".cell" + cell, channels));
    }
    return new Stage(entry, new Shares.Places(manager, channels), cells);
  }

  @Override
  public NDArray logits(NDArray images, List<NDArray> weights) {
    NDArray mixture = weights.get(0);
    NDList singles = mixture.reshape(mixture.size()).split(mixture.size());
    NDArray maps = stem.forward(images, BatchStatistics.BATCH);
    for (Stage stage : stages) {
      maps = stage.entry.forward(maps, BatchStatistics.BATCH);
      Shares shares = stage.places.of(mixture, singles);
      for (MixedCell cell : stage.cells) {
        maps = cell.forward(maps, shares);
      }
    }
    NDArray last = FeatureMaps.rectified(lastNorm.forward(maps, BatchStatistics.BATCH));
    return classifier.forward(FeatureMaps.pooled(last), BatchStatistics.BATCH);
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }
}
