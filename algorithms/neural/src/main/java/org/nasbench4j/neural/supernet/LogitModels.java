package org.nasbench4j.neural.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nasbench4j.neural.engine.NativeArrays;
import org.nasbench4j.neural.network.Parameter;
import org.nasbench4j.neural.network.Variant;
import org.nasbench4j.neural.network.Weights;
import org.nasbench4j.neural.supernet.space.DecisionMap;
import org.nasbench4j.neural.supernet.space.SupernetSpace;
import org.nasbench4j.random.DerivedRandom;

/** The logits of all maps of a space, and the mixture that they make. */
final class LogitModels {
  /** Below any logit by so much that the softmax gives zero. */
  private static final float UNUSED = -1e9f;

  private final SupernetSpace space;
  private final SupernetSettings settings;
  private final List<LogitModel> models = new ArrayList<>();

  LogitModels(NDManager manager, SupernetSpace space, SupernetSettings settings) {
    this.space = space;
    this.settings = settings;
    space.maps().forEach(map -> models.add(model(manager, map)));
  }

  private LogitModel model(NDManager manager, DecisionMap map) {
    RandomGenerator first = DerivedRandom.of(settings.seed(), "supernet-logits", map.name());
    if (settings.logits().blocks() == 0) {
      return new PlainLogits(manager, map, first);
    }
    Weights weights = new Weights(manager, Variant.trained(), first);
    RandomGenerator noise = DerivedRandom.of(settings.seed(), "supernet-input", map.name());
    return new ArchitecturalNetwork(weights, map, settings.logits(), noise);
  }

  List<Parameter> parameters() {
    return models.stream().flatMap(model -> model.parameters().stream()).toList();
  }

  // The mixture of a step: a softmax over each row of logits with noise. The draws of a step are
  // told apart by their use.
  List<NDArray> mixture(NDManager home, long step, String use) {
    List<NDArray> mixture = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      DecisionMap map = space.maps().get(i);
      RandomGenerator random =
          DerivedRandom.of(
              settings.seed(), "supernet-noise", map.name(), use, String.valueOf(step));
      float[] noise =
          Draws.gaussians(map.rows() * map.columns(), settings.logits().noise(), random);
      mixture.add(mixture(map, models.get(i).logits(home).values(), noise));
    }
    return mixture;
  }

  // What the softmax makes of logits and noise; the noise is overwritten where no column is used.
  static NDArray mixture(DecisionMap map, NDArray logits, float[] noise) {
    for (int row = 0; row < map.rows(); row++) {
      int from = row * map.columns();
      Arrays.fill(noise, from + map.used().get(row), from + map.columns(), UNUSED);
    }
    Shape shape = new Shape(map.rows(), map.columns());
    return logits.add(NativeArrays.copyOf(logits.getManager(), noise, shape)).softmax(1);
  }

  ArchitectureDistribution distribution(NDManager home) {
    List<float[]> means = new ArrayList<>();
    List<float[]> unclipped = new ArrayList<>();
    for (LogitModel model : models) {
      LogitModel.Logits logits = model.logits(home);
      means.add(logits.values().toFloatArray());
      unclipped.add(logits.unclipped().toFloatArray());
    }
    return new ArchitectureDistribution(space, settings.logits().noise(), means, unclipped);
  }
}
