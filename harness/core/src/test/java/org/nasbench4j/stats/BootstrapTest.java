package org.nasbench4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapTest {
  private static final Offset<Double> ROUNDING = within(1e-9);

  @Test
  void theDefaultsAreNinetyFivePercentAndAThousandResamples() {
    assertThat(Bootstrap.withDefaults()).isEqualTo(new Bootstrap(0.95, 1000));
  }

  @Test
  void theIntervalCutsEqualTails() {
    double[] statistics = IntStream.rangeClosed(0, 100).mapToDouble(i -> 100 - i).toArray();

    Interval interval =
        Bootstrap.withDefaults()
            .withLevel(0.9)
            .withResamples(101)
            .interval(statistics)
            .orElseThrow();

    assertThat(interval.low()).isCloseTo(5, ROUNDING);
    assertThat(interval.high()).isCloseTo(95, ROUNDING);
    assertThat(interval.level()).isEqualTo(0.9);
  }

  @Test
  void thereIsNoIntervalIfMostResamplesHaveNoValue() {
    Bootstrap bootstrap = Bootstrap.withDefaults().withResamples(4);

    assertThat(bootstrap.interval(new double[] {1})).isEmpty();
    assertThat(bootstrap.interval(new double[] {1, 2})).isPresent();
  }

  @Test
  void aResampleIsAsLargeAsTheSample() {
    int[] weights = new int[50];

    Bootstrap.draw(weights, Scorings.random(1));
    Bootstrap.draw(weights, Scorings.random(2));

    assertThat(Arrays.stream(weights).sum()).isEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN})
  void aLevelThatIsNoProbabilityIsRefused(double level) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bootstrap.withDefaults().withLevel(level))
        .withMessageContaining("(" + level + ")");
  }

  @Test
  void noResamplesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bootstrap.withDefaults().withResamples(0))
        .withMessageContaining("(0)");
  }

  @Test
  void anIntervalThatEndsBeforeItStartsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Interval(2, 1, 0.95, 10))
        .withMessageContaining("(2.0)");
  }
}
