package org.nasbench4j.neural.supernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasbench4j.neural.supernet.space.Nb201SupernetSpace;
import org.nasbench4j.random.DerivedRandom;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Space;

class ArchitectureDistributionTest {
  private final Nb201SupernetSpace space = new Nb201SupernetSpace(new Nb201Space());

  private ArchitectureDistribution distribution(float[] means, float[] unclipped) {
    return new ArchitectureDistribution(space, 1, List.of(means), List.of(unclipped));
  }

  private String derived(float[] means, float[] unclipped) {
    return ((Nb201Cell) distribution(means, unclipped).derived()).digits();
  }

  @Test
  void theArchitectureOfTheMeansIsDerived() {
    float[] means = new float[30];
    means[2] = 1;
    means[9] = 1;
    assertThat(derived(means, means)).startsWith("24");
  }

  @Test
  void equalMeansAreToldApartByWhatWasClipped() {
    float[] means = new float[30];
    float[] unclipped = new float[30];
    unclipped[0] = -2;
    unclipped[1] = -3;
    unclipped[2] = -2.5f;
    unclipped[3] = -1;
    unclipped[4] = -4;
    means[4] = -0.1f;
    assertThat(derived(means, unclipped)).startsWith("3");
    assertThat(distribution(means, unclipped).ties()).isEqualTo(6);
  }

  @Test
  void whatWasClippedDoesNotOutweighAHigherMean() {
    float[] means = new float[30];
    means[2] = Math.nextUp(0f);
    float[] unclipped = new float[30];
    unclipped[4] = 1_000;
    assertThat(derived(means, unclipped)).startsWith("2");
    assertThat(distribution(means, unclipped).ties()).isEqualTo(5);
  }

  @Test
  void entropyAndConfidenceAreThoseOfTheSoftmax() {
    ArchitectureDistribution even = distribution(new float[30], new float[30]);
    assertThat(even.entropy()).isCloseTo(Math.log(5), within(1e-12));
    assertThat(even.confidence()).isCloseTo(0.2, within(1e-12));
    float[] means = new float[30];
    for (int row = 0; row < 6; row++) {
      means[5 * row] = 200;
    }
    ArchitectureDistribution sure = distribution(means, means);
    assertThat(sure.entropy()).isCloseTo(0, within(1e-12));
    assertThat(sure.confidence()).isCloseTo(1, within(1e-12));
    assertThat(sure.entropies()).hasSize(1);
  }

  // The chance that a mean of 1 wins against four of 0 with noise of variance 1: the integral of
  // pdf(x - 1) cdf(x)^4 is 0.4937, by numerical integration; four standard errors of 2,000 draws
  // are 0.045.
  @Test
  void samplesAreDrawnByNormalNoiseOfVarianceOne() {
    float[] means = new float[30];
    means[3] = 1;
    List<Architecture> drawn =
        distribution(means, means).sample(2_000, DerivedRandom.of(1, "sample"));
    long threes =
        drawn.stream().filter(cell -> ((Nb201Cell) cell).digits().startsWith("3")).count();
    assertThat(threes / 2_000.0).isCloseTo(0.4937, within(0.045));
  }

  @Test
  void whatWasLearnedWithoutNoiseIsAPointOfWhichNothingIsDrawn() {
    List<float[]> even = List.of(new float[30]);
    ArchitectureDistribution point = new ArchitectureDistribution(space, 0, even, even);
    assertThat(point.derived()).isEqualTo(distribution(new float[30], new float[30]).derived());
    assertThatIllegalStateException()
        .isThrownBy(() -> point.sample(1, DerivedRandom.of(1, "sample")))
        .withMessageContaining("without noise");
  }

  @Test
  void samplesDependOnTheGeneratorOnly() {
    ArchitectureDistribution even = distribution(new float[30], new float[30]);
    assertThat(even.sample(16, DerivedRandom.of(1, "sample")))
        .hasSize(16)
        .isEqualTo(even.sample(16, DerivedRandom.of(1, "sample")))
        .isNotEqualTo(even.sample(16, DerivedRandom.of(2, "sample")));
  }
}
