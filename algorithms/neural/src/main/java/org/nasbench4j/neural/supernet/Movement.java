package org.nasbench4j.neural.supernet;

import java.util.List;
import org.nasbench4j.neural.network.Parameter;
import org.nasbench4j.tensor.NamedTensor;
import org.nasbench4j.tensor.NamedTensors;

/** Moves parameters along their gradients, and can be interrupted. */
interface Movement {

  // Moves all parameters and sets their gradients to zero. Steps are counted from 1, epochs from 0;
  // gradients are multiplied by the scale before all else.
  void move(long step, int epoch, float scale);

  // What it remembers, under names with a slash.
  List<NamedTensor> memory();

  // Goes on with what it remembered.
  void restore(NamedTensors memory);

  static Movement of(StepRule rule, List<Parameter> parameters, int epochs) {
    if (rule instanceof MomentumRule momentum) {
      return new MomentumMovement(momentum, parameters, epochs);
    }
    return new AdamMovement((AdamRule) rule, parameters);
  }
}
