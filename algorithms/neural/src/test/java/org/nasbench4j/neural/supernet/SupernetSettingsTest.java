package org.nasbench4j.neural.supernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasbench4j.neural.supernet.movement.AdamRule;
import org.nasbench4j.neural.supernet.movement.MomentumRule;
import org.nasbench4j.neural.supernet.space.DecisionMap;
import org.nasbench4j.neural.supernet.space.Nb201SupernetSpace;
import org.nasbench4j.neural.supernet.space.OneShotSupernetSpace;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.oneshot1.OneShotLayout;
import org.nasbench4j.tensor.NamedTensors;

class SupernetSettingsTest {
  private final Nb201SupernetSpace space = new Nb201SupernetSpace(new Nb201Space());

  private SupernetSettings paper(SupernetMethod method) {
    return SupernetPreset.of("paper").settings(method, space, 7);
  }

  // 50,000 images in batches of 64.
  @Test
  void vimNasSeesEveryImageOnceInOneEpoch() {
    assertThat(paper(SupernetMethod.VIM_NAS).steps()).isEqualTo(782);
  }

  // 25,000 images in batches of 64, 50 times.
  @Test
  void dartsSeesHalfOfTheImagesForTheWeights() {
    assertThat(paper(SupernetMethod.DARTS).stepsPerEpoch()).isEqualTo(391);
    assertThat(paper(SupernetMethod.DARTS).steps()).isEqualTo(50 * 391);
  }

  // The defaults of spaces with topology are those of NAS-Bench-1Shot1's code.
  @Test
  void eachSpaceHasItsOwnDefaults() {
    OneShotSupernetSpace topology = new OneShotSupernetSpace(OneShotLayout.SPACE_1);
    assertThat(SupernetPreset.PAPER.settings(SupernetMethod.DARTS, topology, 7).toString())
        .contains("depth 9", "batch 96, epochs 50", "momentum 0.9, weight decay 3.0E-4");
    assertThat(SupernetPreset.MICRO.settings(SupernetMethod.VIM_NAS, topology, 7).toString())
        .contains("depth 3", "batch 96, epochs 5", "weight decay 3.0E-4, clip");
    assertThat(SupernetPreset.MICRO.settings(SupernetMethod.DARTS, space, 7).toString())
        .contains("depth 1", "batch 64, epochs 1", "weight decay 5.0E-4, clip");
  }

  @Test
  void aRateBelowTheFinalOneTakesThatWithIt() {
    SupernetSettings settings = paper(SupernetMethod.VIM_NAS);
    assertThat(settings.withRate(0.1f).weights())
        .isEqualTo(new MomentumRule(0.1f, 0.001f, 0.9f, 3e-4f));
    assertThat(settings.withRate(1e-4f).weights())
        .isEqualTo(new MomentumRule(1e-4f, 1e-4f, 0.9f, 3e-4f));
  }

  @Test
  void oneLineSaysAllThatTheResultDependsOn() {
    assertThat(paper(SupernetMethod.VIM_NAS))
        .hasToString(
            "C 16, depth 5, 50000 images of side 32, flip and shift 4, batch 64, epochs 1, single level, "
                + "weights sgd rate 0.025 to 0.001, momentum 0.9, weight decay 3.0E-4, clip 5.0, "
                + "logits of a network of 2 blocks, width 14, 3 noise maps, noise 1.0, "
                + "sgd rate 0.025 to 0.001, momentum 0.9, weight decay 0.0, "
                + "converged at confidence 0.9, unchanged for 0.25 of an epoch, seed 7");
    assertThat(paper(SupernetMethod.DARTS).toString())
        .contains("epochs 50, bilevel level", "logits plain, noise 0.0, adam rate 3.0E-4")
        .contains("betas 0.5 and 0.999, weight decay 0.001", "no early end");
  }

  @Test
  void ablationsChangeOneThing() {
    SupernetSettings settings = paper(SupernetMethod.VIM_NAS);
    assertThat(Ablation.of("none").appliedTo(settings)).isEqualTo(settings);
    assertThat(Ablation.of("point-estimate").appliedTo(settings).logits().noise()).isZero();
    assertThat(Ablation.of("one-block").appliedTo(settings).logits().blocks()).isEqualTo(1);
    assertThat(Ablation.of("five-blocks").appliedTo(settings).logits().blocks()).isEqualTo(5);
    assertThat(Ablation.of("plain-logits").appliedTo(settings).logits().blocks()).isZero();
    assertThat(Ablation.of("bilevel").appliedTo(settings).schedule().levels())
        .isEqualTo(Levels.BILEVEL);
  }

  @Test
  void namesThatAreUnknownAreToldTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SupernetPreset.of("huge"))
        .withMessageContaining("preset (huge)")
        .withMessageContaining("paper, reduced, micro");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SupernetMethod.of("enas"))
        .withMessageContaining("vim-nas, darts");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ablation.of("all"))
        .withMessageContaining("point-estimate");
  }

  @Test
  void stepsAndStatesOutOfRangeAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> step(0, 0.5, 1))
        .withMessageContaining("step and epoch");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> step(1, 0, 1))
        .withMessageContaining("confidence (0.0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> step(1, 0.5, Double.POSITIVE_INFINITY))
        .withMessageContaining("seconds (Infinity)");
    NamedTensors none = new NamedTensors("none", List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SupernetState(3, 4, 1, none))
        .withMessageContaining("unchanged since step 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SupernetState(3, 3, Double.POSITIVE_INFINITY, none))
        .withMessageContaining("after Infinity seconds");
  }

  private static SupernetStep step(long step, double confidence, double seconds) {
    return new SupernetStep(step, 1, 2.3, 0.1, 1.6, List.of(1.6), confidence, "a cell", 0, seconds);
  }

  @Test
  void numbersOutOfRangeAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MomentumRule(0.1f, 0.2f, 0.9f, 0))
        .withMessageContaining("final rate (0.2)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> paper(SupernetMethod.VIM_NAS).withEpochs(0))
        .withMessageContaining("epochs (0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> paper(SupernetMethod.VIM_NAS).withImages(1))
        .withMessageContaining("images (1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AdamRule(0.1f, 1, 0.9f, 0))
        .withMessageContaining("betas (1.0, 0.9)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DecisionMap("topology", 3, List.of(4)))
        .withMessageContaining("[4]");
  }
}
