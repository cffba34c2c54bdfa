package org.nasbench4j.neural.supernet.movement;

import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.neural.network.Parameter;
import org.nasbench4j.neural.network.Sgd;
import org.nasbench4j.tensor.NamedTensor;
import org.nasbench4j.tensor.NamedTensors;

/** Stochastic gradient descent with momentum, whose rate depends on the epoch. */
final class MomentumMovement implements Movement {
  private static final String PREFIX = "velocity/";

  private final MomentumRule rule;
  private final List<Parameter> parameters;
  private final int epochs;
  private Sgd sgd;

  MomentumMovement(MomentumRule rule, List<Parameter> parameters, int epochs) {
    this.rule = rule;
    this.parameters = parameters;
    this.epochs = epochs;
    sgd = new Sgd(parameters, rule.momentum(), rule.weightDecay());
  }

  @Override
  public void move(long step, int epoch, float scale) {
    sgd.step(rule.rate(epoch, epochs), scale);
  }

  @Override
  public List<NamedTensor> memory() {
    return sgd.velocities("velocities").all().stream()
        .map(
            velocity ->
                new NamedTensor(PREFIX + velocity.name(), velocity.shape(), velocity.values()))
        .toList();
  }

  @Override
  public void restore(NamedTensors memory) {
    List<NamedTensor> velocities = new ArrayList<>();
    for (Parameter parameter : parameters) {
      NamedTensor stored =
          memory.get(PREFIX + parameter.name(), SavedArrays.axes(parameter.value()));
      velocities.add(new NamedTensor(parameter.name(), stored.shape(), stored.values()));
    }
    sgd = sgd.from(new NamedTensors("velocities", velocities));
  }
}
