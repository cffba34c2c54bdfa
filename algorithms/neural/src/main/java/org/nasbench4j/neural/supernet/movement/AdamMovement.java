package org.nasbench4j.neural.supernet.movement;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.neural.network.Parameter;
import org.nasbench4j.tensor.NamedTensor;
import org.nasbench4j.tensor.NamedTensors;

/** Adam for a few hundred numbers, computed by the platform instead of the engine. */
final class AdamMovement implements Movement {
  private static final double EPSILON = 1e-8;
  private static final String FIRST = "adam-first/";
  private static final String SECOND = "adam-second/";

  private final AdamRule rule;
  private final List<Moments> moments = new ArrayList<>();

  AdamMovement(AdamRule rule, List<Parameter> parameters) {
    this.rule = rule;
    parameters.forEach(parameter -> moments.add(new Moments(parameter)));
  }

  @Override
  public void move(long step, int epoch, float scale) {
    moments.forEach(parameter -> parameter.move(step, scale));
  }

  @Override
  public List<NamedTensor> memory() {
    List<NamedTensor> memory = new ArrayList<>();
    for (Moments parameter : moments) {
      memory.add(parameter.tensor(FIRST, parameter.first));
      memory.add(parameter.tensor(SECOND, parameter.second));
    }
    return memory;
  }

  @Override
  public void restore(NamedTensors memory) {
    for (Moments parameter : moments) {
      parameter.fill(memory, FIRST, parameter.first);
      parameter.fill(memory, SECOND, parameter.second);
    }
  }

  /** A parameter and the moving moments of its gradient. */
  private final class Moments {
    private final Parameter parameter;
    private final float[] first;
    private final float[] second;

    Moments(Parameter parameter) {
      this.parameter = parameter;
      first = new float[Math.toIntExact(parameter.value().size())];
      second = new float[first.length];
    }

    void move(long step, float scale) {
      float[] values = parameter.value().toFloatArray();
      try (NDArray gradient = parameter.value().getGradient()) {
        move(values, gradient.toFloatArray(), step, scale);
        gradient.subi(gradient);
      }
      parameter.value().set(values);
    }

    private void move(float[] values, float[] gradient, long step, float scale) {
      double firstShare = 1 - Math.pow(rule.beta1(), (double) step);
      double secondShare = 1 - Math.pow(rule.beta2(), (double) step);
      for (int i = 0; i < values.length; i++) {
        float slope = scale * gradient[i] + rule.weightDecay() * values[i];
        first[i] = rule.beta1() * first[i] + (1 - rule.beta1()) * slope;
        second[i] = rule.beta2() * second[i] + (1 - rule.beta2()) * slope * slope;
        double root = Math.sqrt(second[i] / secondShare) + EPSILON;
        values[i] -= (float) (rule.rate() * first[i] / firstShare / root);
      }
    }

    NamedTensor tensor(String prefix, float[] moment) {
      return new NamedTensor(
          prefix + parameter.name(), SavedArrays.axes(parameter.value()), moment.clone());
    }

    void fill(NamedTensors memory, String prefix, float[] moment) {
      NamedTensor stored =
          memory.get(prefix + parameter.name(), SavedArrays.axes(parameter.value()));
      System.arraycopy(stored.values(), 0, moment, 0, moment.length);
    }
  }
}
