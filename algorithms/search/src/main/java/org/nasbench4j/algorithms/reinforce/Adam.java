package org.nasbench4j.algorithms.reinforce;

/**
 * The optimiser of Kingma and Ba (ICLR 2015) in the order of operations of PyTorch: both moments
 * are bias-corrected, and epsilon is added after the square root's correction.
 */
final class Adam implements Optimiser {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final double learningRate;
  private final double[] mean;
  private final double[] square;
  private double beta1Power = 1;
  private double beta2Power = 1;

  Adam(double learningRate, int parameters) {
    this.learningRate = learningRate;
    this.mean = new double[parameters];
    this.square = new double[parameters];
  }

  @Override
  public void descend(double[] parameters, double[] gradient) {
    beta1Power *= BETA1;
    beta2Power *= BETA2;
    double step = learningRate / (1 - beta1Power);
    double correction = Math.sqrt(1 - beta2Power);
    for (int i = 0; i < parameters.length; i++) {
      mean[i] = BETA1 * mean[i] + (1 - BETA1) * gradient[i];
      square[i] = BETA2 * square[i] + (1 - BETA2) * gradient[i] * gradient[i];
      parameters[i] -= step * mean[i] / (Math.sqrt(square[i]) / correction + EPSILON);
    }
  }
}
