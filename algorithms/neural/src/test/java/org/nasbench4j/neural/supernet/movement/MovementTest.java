package org.nasbench4j.neural.supernet.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasbench4j.neural.TestEngine;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.network.GradientNorm;
import org.nasbench4j.neural.network.Parameter;
import org.nasbench4j.tensor.NamedTensors;

class MovementTest {
  private final EngineSession session = TestEngine.session();

  private static Parameter parameter(NDManager manager, float... values) {
    NDArray value = manager.create(values);
    value.setRequiresGradient(true);
    return new Parameter("w", value);
  }

  // The gradient of the sum of squares is twice the array.
  private void gradients(Parameter parameter) {
    session.withGradients(
        () -> {
          try (NDArray squares = parameter.value().square();
              NDArray sum = squares.sum()) {
            session.backward(sum);
          }
          return parameter;
        });
  }

  // PyTorch's formula by hand: with bias correction, the first step is the rate towards zero.
  @Test
  void adamFollowsItsFormula() {
    try (NDManager manager = session.newManager()) {
      Parameter parameter = parameter(manager, 1, -2);
      Movement adam = Movement.of(new AdamRule(0.1f, 0.5f, 0.9f, 0.5f), List.of(parameter), 1);
      double[] values = {1, -2};
      double[] first = new double[2];
      double[] second = new double[2];
      for (int step = 1; step <= 3; step++) {
        gradients(parameter);
        adam.move(step, 0, 1);
        for (int i = 0; i < 2; i++) {
          double slope = 2 * values[i] + 0.5 * values[i];
          first[i] = 0.5 * first[i] + 0.5 * slope;
          second[i] = 0.9 * second[i] + 0.1 * slope * slope;
          double root = Math.sqrt(second[i] / (1 - Math.pow(0.9, step))) + 1e-8;
          values[i] -= 0.1 * first[i] / (1 - Math.pow(0.5, step)) / root;
        }
        float[] expected = {(float) values[0], (float) values[1]};
        assertThat(parameter.value().toFloatArray()).containsExactly(expected, within(1e-6f));
      }
    }
  }

  @Test
  void gradientsAreScaledBeforeWeightDecayIsAdded() {
    try (NDManager manager = session.newManager()) {
      Parameter parameter = parameter(manager, 1, -2);
      Movement momentum =
          Movement.of(new MomentumRule(0.1f, 0.1f, 0.9f, 0.5f), List.of(parameter), 1);
      gradients(parameter);
      assertThat(GradientNorm.of(List.of(parameter))).isCloseTo(Math.sqrt(20), within(1e-6));
      momentum.move(1, 0, 0.25f);
      // 1 - 0.1 (0.25 * 2 + 0.5 * 1), and twice the negative of it.
      assertThat(parameter.value().toFloatArray())
          .containsExactly(new float[] {0.9f, -1.8f}, within(1e-6f));
      assertThat(GradientNorm.of(List.of(parameter))).isZero();
    }
  }

  @Test
  void whatIsRememberedIsGoneOnWith() {
    for (StepRule rule :
        List.of(new AdamRule(0.1f, 0.5f, 0.9f, 0), new MomentumRule(0.1f, 0.1f, 0.9f, 0))) {
      try (NDManager manager = session.newManager()) {
        Parameter first = parameter(manager, 1, -2);
        Movement whole = Movement.of(rule, List.of(first), 1);
        gradients(first);
        whole.move(1, 0, 1);
        Parameter second = parameter(manager, first.value().toFloatArray());
        Movement resumed = Movement.of(rule, List.of(second), 1);
        resumed.restore(new NamedTensors("memory", whole.memory()));
        for (Parameter parameter : List.of(first, second)) {
          gradients(parameter);
        }
        whole.move(2, 0, 1);
        resumed.move(2, 0, 1);
        assertThat(second.value().toFloatArray()).isEqualTo(first.value().toFloatArray());
      }
    }
  }

  @Test
  void theRateFallsFromEpochToEpochAlongHalfACosine() {
    MomentumRule rule = new MomentumRule(0.025f, 0.001f, 0.9f, 0);
    assertThat(rule.rate(0, 1)).isEqualTo(0.025f);
    assertThat(rule.rate(0, 50)).isEqualTo(0.025f);
    assertThat(rule.rate(25, 50)).isCloseTo(0.013f, within(1e-7f));
    assertThat(rule.rate(49, 50)).isBetween(0.001f, 0.0011f);
  }
}
