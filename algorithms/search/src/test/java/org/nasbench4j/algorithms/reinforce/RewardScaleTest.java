package org.nasbench4j.algorithms.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasbench4j.objective.ValueScale;
import org.nasbench4j.search.Observation;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.SearchStart;
import org.nasbench4j.search.Settings;
import org.nasbench4j.search.SignalKind;
import org.nasbench4j.search.TinySpace;
import org.nasbench4j.space.Architecture;

class RewardScaleTest {
  private static final TinySpace SPACE = TinySpace.of(4, 4, 4);

  private static SearchMethod search(String reward, ValueScale scale) {
    ReinforceProvider provider = new ReinforceProvider();
    Map<String, String> given = Map.of("learning-rate", "0.5", "reward", reward);
    Settings settings = Settings.of(provider.name(), provider.settings(), given);
    return provider.create(
        new SearchStart(SPACE, scale, SignalKind.ACCURACY, 0, 0, new SplittableRandom(11)),
        settings);
  }

  /**
   * What a search proposes where the first decision is what matters, and values are minus a loss.
   */
  private static List<String> proposals(SearchMethod search) {
    List<String> proposals = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Architecture cell = search.ask();
      proposals.add(cell.text());
      search.tell(new Observation(cell, -Math.pow(2, SPACE.encode(cell)[0]) / 10));
    }
    return proposals;
  }

  @ParameterizedTest
  @CsvSource({"PERCENT, raw", "NEGATIVE_LOSS, exp", "UNBOUNDED, rank"})
  void autoFitsTheScaleOfTheObjective(ValueScale scale, String reward) {
    assertThat(proposals(search("auto", scale))).isEqualTo(proposals(search(reward, scale)));
  }

  @Test
  void theRewardsDiffer() {
    assertThat(proposals(search("exp", ValueScale.NEGATIVE_LOSS)))
        .isNotEqualTo(proposals(search("rank", ValueScale.NEGATIVE_LOSS)))
        .isNotEqualTo(proposals(search("raw", ValueScale.NEGATIVE_LOSS)));
  }

  @Test
  void fractionsNeedAccuracies() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search("fraction", ValueScale.UNBOUNDED))
        .withMessageContaining("(fraction)")
        .withMessageContaining("auto or rank");
  }

  @Test
  void theExponentialNeedsALoss() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search("exp", ValueScale.UNBOUNDED))
        .withMessageContaining("(exp)")
        .withMessageContaining("auto or rank");
  }
}
