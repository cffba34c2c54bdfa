package org.nasbench4j.neural.supernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasbench4j.neural.TestEngine;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.network.Parameter;
import org.nasbench4j.neural.network.Weights;
import org.nasbench4j.neural.supernet.movement.MomentumRule;
import org.nasbench4j.neural.supernet.space.DecisionMap;
import org.nasbench4j.neural.supernet.space.Doubles;
import org.nasbench4j.neural.supernet.space.Nb201SupernetSpace;
import org.nasbench4j.neural.supernet.space.Supernet;
import org.nasbench4j.neural.supernet.space.SupernetShape;
import org.nasbench4j.random.DerivedRandom;
import org.nasbench4j.space.nb201.Nb201Space;

class LogitModelsTest {
  private final EngineSession session = TestEngine.session();
  private final Nb201SupernetSpace space = new Nb201SupernetSpace(new Nb201Space());

  private SupernetSettings settings(Ablation ablation) {
    return ablation.appliedTo(SupernetPreset.MICRO.settings(SupernetMethod.VIM_NAS, space, 1));
  }

  private long parameters(Ablation ablation) {
    try (NDManager manager = session.newManager()) {
      return new LogitModels(manager, space, settings(ablation))
          .parameters().stream().mapToLong(parameter -> parameter.value().size()).sum();
    }
  }

  // Counted by hand: convolutions 3x3 with bias, and two numbers for each channel after them.
  @Test
  void theArchitecturalNetworkHas549Parameters() {
    assertThat(parameters(Ablation.NONE)).isEqualTo(549);
    assertThat(parameters(Ablation.ONE_BLOCK)).isEqualTo(27 + 1 + 2);
    assertThat(parameters(Ablation.FIVE_BLOCKS))
        .isEqualTo(378 + 14 + 28 + 3 * (14 * 14 * 9 + 14 + 28) + 126 + 1 + 2);
    assertThat(parameters(Ablation.PLAIN_LOGITS)).isEqualTo(30);
  }

  @Test
  void itIsNeitherDecidedNorUndecidedAtFirst() {
    try (NDManager manager = session.newManager()) {
      LogitModels models = new LogitModels(manager, space, settings(Ablation.NONE));
      assertThat(models.parameters()).extracting(Parameter::name).doesNotHaveDuplicates();
      ArchitectureDistribution first = models.distribution(manager);
      assertThat(first.entropy()).isBetween(0.5, Math.log(5));
      assertThat(first.entropies()).containsExactly(first.entropy());
    }
  }

  @Test
  void theNoiseOfAStepIsTheSameAgainAndThatOfAnotherIsNot() {
    try (NDManager manager = session.newManager()) {
      LogitModels models = new LogitModels(manager, space, settings(Ablation.NONE));
      float[] first = models.mixture(manager, 7, "both").get(0).toFloatArray();
      assertThat(models.mixture(manager, 7, "both").get(0).toFloatArray()).isEqualTo(first);
      assertThat(models.mixture(manager, 8, "both").get(0).toFloatArray()).isNotEqualTo(first);
      assertThat(models.mixture(manager, 7, "logits").get(0).toFloatArray()).isNotEqualTo(first);
    }
  }

  @Test
  void withoutNoiseEveryStepHasTheSameMixture() {
    try (NDManager manager = session.newManager()) {
      LogitModels models = new LogitModels(manager, space, settings(Ablation.POINT_ESTIMATE));
      assertThat(models.mixture(manager, 1, "both").get(0).toFloatArray())
          .isEqualTo(models.mixture(manager, 2, "both").get(0).toFloatArray());
    }
  }

  @Test
  void unusedColumnsHaveNoShareAndNoGradient() {
    DecisionMap map = new DecisionMap("topology", 3, List.of(2, 3));
    try (NDManager manager = session.newManager()) {
      NDArray logits = manager.create(new float[] {0, 1, 50, 1, 1, 1}, new Shape(2, 3));
      Parameter leaf = new Parameter("logits", logits);
      logits.setRequiresGradient(true);
      float[] shares =
          session.withGradients(
              () -> {
                NDArray mixture = LogitModels.mixture(map, logits, new float[6]);
                session.backward(mixture.square().sum());
                return mixture.toFloatArray();
              });
      float first = (float) (1 / (1 + Math.E));
      float third = 1 / 3f;
      assertThat(shares)
          .containsExactly(new float[] {first, 1 - first, 0, third, third, third}, within(1e-6f));
      assertThat(leaf.value().getGradient().toFloatArray()[2]).isZero();
    }
  }

  @Test
  void gradientsReachWeightsAndTheArchitecturalNetwork() {
    try (NDManager manager = session.newManager()) {
      Supernet supernet = Doubles.nb201(manager, new SupernetShape(2, 1, 3), 1);
      DecisionMap map = space.maps().get(0);
      ArchitecturalNetwork phi =
          new ArchitecturalNetwork(
              new Weights(manager, Doubles.VARIANT, DerivedRandom.of(1, "phi")),
              map,
              new LogitSettings(2, 14, 3, 1, new MomentumRule(0.1f, 0.1f, 0.9f, 0)),
              DerivedRandom.of(1, "unused"));
      NDArray images = Doubles.images(manager, 5, 1, 6);
      NDArray input = Doubles.images(manager, 1, 3, 6, 5);
      float[] noise = Draws.gaussians(30, 1, DerivedRandom.of(1, "noise"));
      List<Parameter> parameters = new ArrayList<>(supernet.parameters());
      parameters.addAll(phi.parameters());
      Doubles.checkGradients(
          session,
          parameters,
          () -> {
            NDArray logits = phi.logits(input).values();
            NDArray mixture = LogitModels.mixture(map, logits, noise.clone());
            return supernet.logits(images, List.of(mixture)).square().mean();
          });
    }
  }
}
