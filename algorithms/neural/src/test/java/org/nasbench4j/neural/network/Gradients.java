package org.nasbench4j.neural.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import org.nasbench4j.neural.engine.EngineSession;

/** Holds gradients of networks against finite differences, in double precision. */
final class Gradients {
  private static final double STEP = 1e-5;
  private static final double TOLERANCE = 1e-7;

  private Gradients() {}

  static void check(EngineSession session, TrainableNetwork network, NDArray images) {
    session.withGradients(
        () -> {
          session.backward(loss(network, images));
          return network;
        });
    for (Parameter parameter : network.parameters()) {
      double[] slope = parameter.value().getGradient().toDoubleArray();
      int last = slope.length - 1;
      double difference =
          session.withoutGradients(() -> difference(network, images, parameter.value(), last));
      assertThat(slope[last]).as(parameter.name()).isCloseTo(difference, within(TOLERANCE));
    }
  }

  private static double difference(
      TrainableNetwork network, NDArray images, NDArray value, int at) {
    double[] numbers = value.toDoubleArray();
    double kept = numbers[at];
    numbers[at] = kept + STEP;
    value.set(numbers);
    double above = loss(network, images).getDouble();
    numbers[at] = kept - STEP;
    value.set(numbers);
    double below = loss(network, images).getDouble();
    numbers[at] = kept;
    value.set(numbers);
    return (above - below) / (2 * STEP);
  }

  // Of all outputs, so that every parameter has a gradient.
  static NDArray loss(TrainableNetwork network, NDArray images) {
    Features features = network.forward(images, BatchStatistics.BATCH);
    NDArray loss = features.logits().square().mean();
    for (NDArray tap : features.taps()) {
      loss = loss.add(tap.square().mean().sqrt());
    }
    return loss;
  }
}
