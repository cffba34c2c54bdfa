package org.nasbench4j.neural.zerocost;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.nasbench4j.neural.network.Nb201Network;
import org.nasbench4j.neural.network.Variant;

/**
 * How differently a network's ReLUs answer to different images.
 *
 * <p>The code of an image says of each output of each ReLU whether it is positive; the kernel
 * counts for each two images on how many outputs their codes agree.
 */
final class ActivationCodes {
  private final double[][] agreements;

  ActivationCodes(int images) {
    agreements = new double[images][images];
  }

  static double logDeterminant(Specimen specimen) {
    ActivationCodes codes = new ActivationCodes(specimen.batch().size());
    Variant observed = Variant.observed(codes::add);
    return specimen
        .session()
        .withoutGradients(
            () -> {
              Nb201Network network = specimen.network(observed);
              Specimen.forward(network, specimen.images(observed));
              return codes.logDeterminant();
            });
  }

  // Minus infinity if two images have the same code.
  double logDeterminant() {
    return new Cholesky(agreements).logDeterminant();
  }

  // With codes s of -1 and 1, images agree on (s s' + length) / 2 outputs. Single precision holds
  // these counts exactly up to 2^24 outputs of one ReLU.
  void add(NDArray activation) {
    int images = agreements.length;
    try (NDArray positive = activation.gt(0);
        NDArray codes = positive.toType(DataType.FLOAT32, false);
        NDArray doubled = codes.mul(2);
        NDArray signs = doubled.sub(1);
        NDArray rows = signs.reshape(images, -1);
        NDArray columns = rows.transpose();
        NDArray products = rows.matMul(columns)) {
      long length = rows.getShape().get(1);
      float[] values = products.toFloatArray();
      for (int i = 0; i < values.length; i++) {
        agreements[i / images][i % images] += (values[i] + length) / 2;
      }
    }
  }
}
