package org.nasbench4j.neural.supernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasbench4j.neural.supernet.movement.AdamRule;
import org.nasbench4j.neural.supernet.movement.MomentumRule;
import org.nasbench4j.neural.supernet.space.DecisionMap;
import org.nasbench4j.neural.supernet.space.Nb201SupernetSpace;
import org.nasbench4j.space.nb201.Nb201Space;

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
        .withMessageContaining("[paper, reduced, micro]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SupernetMethod.of("enas"))
        .withMessageContaining("[vim-nas, darts]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ablation.of("all"))
        .withMessageContaining("point-estimate");
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
