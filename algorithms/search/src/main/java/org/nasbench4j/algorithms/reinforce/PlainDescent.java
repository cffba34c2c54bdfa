package org.nasbench4j.algorithms.reinforce;

/**
 * Moves by the gradient itself.
 *
 * @param learningRate the length of a step along a gradient of length 1
 */
record PlainDescent(double learningRate) implements Optimiser {

  @Override
  public void descend(double[] parameters, double[] gradient) {
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] -= learningRate * gradient[i];
    }
  }
}
