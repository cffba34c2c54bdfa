package org.nasbench4j.neural.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nasbench4j.neural.engine.NativeArrays;
import org.nasbench4j.neural.network.Parameter;
import org.nasbench4j.neural.supernet.space.DecisionMap;

/** Logits that are learned as they are, from small random ones, as in DARTS. */
final class PlainLogits implements LogitModel {
  private static final float FIRST_DEVIATION = 1e-3f;

  private final DecisionMap map;
  private final Parameter logits;

  PlainLogits(NDManager manager, DecisionMap map, RandomGenerator random) {
    this.map = map;
    float[] first = Draws.gaussians(map.rows() * map.columns(), FIRST_DEVIATION, random);
    NDArray value = NativeArrays.copyOf(manager, first, new Shape(map.rows(), map.columns()));
    value.setRequiresGradient(true);
    logits = new Parameter("logits." + map.name(), value);
  }

  // Added to zeros, so that what is returned lives with the step.
  @Override
  public Logits logits(NDManager home) {
    NDArray zeros =
        NativeArrays.copyOf(
            home, new float[map.rows() * map.columns()], new Shape(map.rows(), map.columns()));
    NDArray values = zeros.add(logits.value());
    return new Logits(values, values);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(logits);
  }
}
