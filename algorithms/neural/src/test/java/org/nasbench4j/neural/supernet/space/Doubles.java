package org.nasbench4j.neural.supernet.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.network.Parameter;
import org.nasbench4j.neural.network.Variant;
import org.nasbench4j.neural.network.Variant.Normalisation;
import org.nasbench4j.neural.network.Variant.Signs;
import org.nasbench4j.neural.network.Weights;
import org.nasbench4j.random.DerivedRandom;
import org.nasbench4j.space.nb201.Nb201Space;

/** Networks in double precision: single precision cannot tell gradients from kinks of ReLU. */
public final class Doubles {
  public static final Variant VARIANT =
      new Variant(DataType.FLOAT64, Signs.DRAWN, Normalisation.BATCH, activation -> {});

  private static final double STEP = 1e-5;
  private static final double TOLERANCE = 1e-7;

  private Doubles() {}

  public static NDArray images(NDManager manager, int count, int channels, int side) {
    return images(manager, count, channels, side, side);
  }

  public static NDArray images(NDManager manager, int count, int channels, int height, int width) {
    RandomGenerator random = DerivedRandom.of(1, "images");
    double[] pixels = random.doubles((long) count * channels * height * width, -1, 1).toArray();
    return manager.create(pixels, new Shape(count, channels, height, width));
  }

  /** A supernet of NAS-Bench-201. */
  public static Supernet nb201(NDManager manager, SupernetShape shape, int inputChannels) {
    Weights weights = new Weights(manager, VARIANT, DerivedRandom.of(1, "weights"));
    return new Nb201SupernetSpace(new Nb201Space()).build(manager, weights, shape, inputChannels);
  }

  // Holds the last number of each parameter against finite differences.
  public static void checkGradients(
      EngineSession session, List<Parameter> parameters, Supplier<NDArray> loss) {
    computeGradients(session, loss);
    for (Parameter parameter : parameters) {
      check(session, parameter, Math.toIntExact(parameter.value().size()) - 1, loss);
    }
  }

  static void checkAllGradients(
      EngineSession session, Parameter parameter, Supplier<NDArray> loss) {
    computeGradients(session, loss);
    for (int i = 0; i < parameter.value().size(); i++) {
      check(session, parameter, i, loss);
    }
  }

  private static void computeGradients(EngineSession session, Supplier<NDArray> loss) {
    session.withGradients(
        () -> {
          session.backward(loss.get());
          return loss;
        });
  }

  private static void check(
      EngineSession session, Parameter parameter, int at, Supplier<NDArray> loss) {
    double slope = parameter.value().getGradient().toDoubleArray()[at];
    double difference =
        session.withoutGradients(() -> difference(parameter.value(), at, STEP, loss));
    assertThat(slope).as(parameter.name()).isCloseTo(difference, within(TOLERANCE));
  }

  // The slope of a straight line through two points that are two steps apart.
  static double difference(NDArray value, int at, double step, Supplier<NDArray> loss) {
    double[] numbers = value.toDoubleArray();
    double kept = numbers[at];
    numbers[at] = kept + step;
    value.set(numbers);
    double above = loss.get().getDouble();
    numbers[at] = kept - step;
    value.set(numbers);
    double below = loss.get().getDouble();
    numbers[at] = kept;
    value.set(numbers);
    return (above - below) / (2 * step);
  }
}
