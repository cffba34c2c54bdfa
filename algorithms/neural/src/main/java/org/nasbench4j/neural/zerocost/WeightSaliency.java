package org.nasbench4j.neural.zerocost;

import ai.djl.ndarray.NDArray;
import java.util.function.ToDoubleBiFunction;
import org.nasbench4j.neural.network.Nb201Network;
import org.nasbench4j.neural.network.Parameter;
import org.nasbench4j.neural.network.Variant;

/**
 * Sums up weights and their gradients over the convolutions and the linear layer. Biases, and what
 * belongs to normalisations, do not count.
 *
 * @param variant the network that is looked at
 * @param loss what the gradients are of
 * @param term what one layer adds, from its weights and their gradients
 */
record WeightSaliency(Variant variant, Loss loss, ToDoubleBiFunction<NDArray, NDArray> term)
    implements Measurement {
  private static final int AXES_OF_VECTORS = 1;

  /** What the gradients are of: a single number made of logits. */
  @FunctionalInterface
  interface Loss {
    NDArray of(NDArray logits, Specimen specimen);
  }

  static Measurement synapticFlow(ToDoubleBiFunction<NDArray, NDArray> term) {
    return new WeightSaliency(Variant.positive(), (logits, specimen) -> logits.sum(), term);
  }

  static Measurement ofTheFirstStep(ToDoubleBiFunction<NDArray, NDArray> term) {
    return new WeightSaliency(Variant.trained(), WeightSaliency::crossEntropy, term);
  }

  private static NDArray crossEntropy(NDArray logits, Specimen specimen) {
    NDArray labels = specimen.batch().labelWeights(specimen.manager());
    return logits.logSoftmax(1).mul(labels).sum();
  }

  @Override
  public double of(Specimen specimen) {
    Nb201Network network = specimen.network(variant);
    NDArray logits = Specimen.forward(network, specimen.images(variant)).logits();
    specimen.session().backward(loss.of(logits, specimen));
    return specimen.session().withoutGradients(() -> sum(network));
  }

  private double sum(Nb201Network network) {
    double sum = 0;
    for (Parameter parameter : network.parameters()) {
      NDArray value = parameter.value();
      if (value.getShape().dimension() > AXES_OF_VECTORS) {
        try (NDArray gradient = value.getGradient()) {
          sum += term.applyAsDouble(value, gradient);
        }
      }
    }
    return sum;
  }

  // The sum of |w g|.
  static double flow(NDArray weights, NDArray gradients) {
    return number(weights.mul(gradients).abs().sum());
  }

  // The sum of w log(g + 1), for positive w and g.
  static double logFlow(NDArray weights, NDArray gradients) {
    return number(weights.mul(gradients.add(1).log()).abs().sum());
  }

  // The Euclidean length of the gradient.
  static double gradientNorm(NDArray weights, NDArray gradients) {
    return Math.sqrt(number(gradients.square().sum()));
  }

  private static double number(NDArray scalar) {
    return scalar.toArray()[0].doubleValue();
  }
}
