package org.nasbench4j.neural.supernet.movement;

import java.util.List;
import org.nasbench4j.neural.network.Parameter;
import org.nasbench4j.tensor.NamedTensor;
import org.nasbench4j.tensor.NamedTensors;

/** Moves parameters along their gradients, and can be interrupted. Used by one thread at a time. */
public interface Movement {

  /**
   * Moves all parameters and sets their gradients to zero.
   *
   * @param step counted from 1
   * @param epoch counted from 0
   * @param scale gradients are multiplied by it before all else
   */
  void move(long step, int epoch, float scale);

  /**
   * What it remembers from step to step.
   *
   * @return copies, under names with a slash
   */
  List<NamedTensor> memory();

  /**
   * Goes on with what it remembered.
   *
   * @param memory has all of {@link #memory}, perhaps among others
   * @throws IllegalArgumentException if an array is missing or has another shape
   */
  void restore(NamedTensors memory);

  /**
   * Begins to move.
   *
   * @param rule how
   * @param parameters those that are moved
   * @param epochs of the whole training, at least 1
   * @return one that remembers nothing yet
   */
  static Movement of(StepRule rule, List<Parameter> parameters, int epochs) {
    if (rule instanceof MomentumRule momentum) {
      return new MomentumMovement(momentum, parameters, epochs);
    }
    return new AdamMovement((AdamRule) rule, parameters);
  }
}
