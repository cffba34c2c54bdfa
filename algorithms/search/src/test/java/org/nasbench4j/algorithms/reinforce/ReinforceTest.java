package org.nasbench4j.algorithms.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.nasbench4j.search.Observation;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.TinySpace;
import org.nasbench4j.space.Architecture;

class ReinforceTest {
  private static final Offset<Double> CLOSE = offset(1e-8);
  private static final double FAILED = Double.NEGATIVE_INFINITY;

  private final TinySpace space = TinySpace.of(2, 3);

  private static IntFunction<Optimiser> adam(double learningRate) {
    return logits -> new Adam(learningRate, logits);
  }

  @Test
  void followsTheGradientOfTheLossByAdam() {
    // uniform draws that choose (0, 2), (1, 0), (1, 1), (0, 1)
    Script random = new Script(0.1, 0.9, 0.7, 0.1, 0.8, 0.3, 0.4, 0.5);
    Policy policy = new Policy(space.decisions(), adam(0.5), random);
    SearchMethod search =
        new Reinforce(space, policy, new MovingAverage(0.9), new RawReward(), random);

    // a separate Python script: the loss by its definition, its gradient by central differences,
    // Adam and the corrected moving average from their definitions
    assertThat(tell(search, 90).text()).isEqualTo("tiny[0, 2]");
    assertThat(policy.probability(0, 0)).isEqualTo(0.5, CLOSE);
    assertThat(tell(search, 80).text()).isEqualTo("tiny[1, 0]");
    assertThat(policy.probability(0, 0)).isEqualTo(0.67789980152383, CLOSE);
    assertThat(policy.probability(1, 0)).isEqualTo(0.19196628924335468, CLOSE);
    assertThat(tell(search, 95).text()).isEqualTo("tiny[1, 1]");
    assertThat(policy.probability(0, 0)).isEqualTo(0.6117962927481523, CLOSE);
    assertThat(policy.probability(1, 1)).isEqualTo(0.554093556330142, CLOSE);
    assertThat(tell(search, 91).text()).isEqualTo("tiny[0, 1]");
    assertThat(policy.probability(0, 0)).isEqualTo(0.5741583185644895, CLOSE);
    assertThat(policy.probability(1, 1)).isEqualTo(0.689007242667077, CLOSE);
    assertThat(policy.probability(1, 2)).isEqualTo(0.23801014898795678, CLOSE);
  }

  @Test
  void plainAscentMovesLogitsByTheAdvantage() {
    Policy policy = new Policy(List.of(2), logits -> new PlainDescent(0.1), new Script());
    policy.learn(new int[] {1}, 2);
    // logits -0.1 and 0.1: half of 0.1 * 2 each way
    assertThat(policy.probability(0, 1)).isEqualTo(1 / (1 + Math.exp(-0.2)), CLOSE);
  }

  @Test
  void fractionsAreAHundredthOfPercentages() {
    Reward reward = new FractionReward();
    assertThat(reward.of(93.5)).isEqualTo(0.935, CLOSE);
    assertThat(reward.of(Double.NEGATIVE_INFINITY)).isEqualTo(0.935, CLOSE);
  }

  @Test
  void drawsAgainWhatIsNoArchitectureAndLearnsNothingFromIt() {
    HalfSpace half = new HalfSpace(TinySpace.of(2, 2));
    Script random = new Script(0.9, 0.9, 0.9, 0.1, 0.1, 0.9);
    Policy policy = new Policy(half.decisions(), adam(0.5), random);
    SearchMethod search =
        new Reinforce(half, policy, new MovingAverage(0.9), new RawReward(), random);
    assertThat(search.ask().text()).isEqualTo("tiny[0, 1]");
    assertThat(policy.probability(0, 0)).isEqualTo(0.5, CLOSE);
  }

  @Test
  void aPolicyThatHasGoneAstrayIsHelpedByAUniformDraw() {
    HalfSpace half = new HalfSpace(TinySpace.of(2, 2));
    RandomGenerator random = new SplittableRandom(5);
    Policy policy = new Policy(half.decisions(), logits -> new PlainDescent(1e6), random);
    policy.learn(new int[] {1, 0}, 1);
    SearchMethod search =
        new Reinforce(half, policy, new MovingAverage(0), new RawReward(), random);
    assertThat(half.isArchitecture(half.encode(search.ask()))).isTrue();
  }

  @Test
  void drawsOptionsByTheirProbability() {
    Policy policy = new Policy(List.of(3), adam(1), new Script());
    int[] choices = {2};
    policy.learn(choices, 5);
    policy.learn(choices, 5);
    RandomGenerator random = new SplittableRandom(3);
    int[] counts = new int[3];
    int draws = 100_000;
    for (int i = 0; i < draws; i++) {
      policy.sample(choices, random);
      counts[choices[0]]++;
    }
    for (int option = 0; option < 3; option++) {
      // five standard deviations are below 0.008
      double frequency = counts[option] / (double) draws;
      assertThat(frequency).isEqualTo(policy.probability(0, option), offset(0.008));
    }
  }

  @Test
  void startsNearTheUniformPolicy() {
    Policy policy = new Policy(List.of(2, 5), adam(1), new SplittableRandom(1));
    assertThat(policy.probability(0, 1)).isEqualTo(0.5, offset(0.002)).isNotEqualTo(0.5);
    assertThat(policy.probability(1, 4)).isEqualTo(0.2, offset(0.002)).isNotEqualTo(0.2);
  }

  @Test
  void learnsInSpiteOfFailures() {
    for (Reward reward : List.of(new RawReward(), new RankReward())) {
      RandomGenerator random = new SplittableRandom(5);
      Policy policy = new Policy(space.decisions(), adam(0.1), random);
      SearchMethod search = new Reinforce(space, policy, new MovingAverage(0.9), reward, random);
      for (int i = 0; i < 300; i++) {
        Architecture proposal = search.ask();
        int[] choices = space.encode(proposal);
        // option 0 of the first decision always fails
        search.tell(new Observation(proposal, choices[0] == 0 ? FAILED : 50 + 10 * choices[1]));
      }
      assertThat(policy.probability(0, 1)).isGreaterThan(0.95);
      assertThat(policy.probability(1, 2)).isGreaterThan(0.8);
    }
  }

  @Test
  void learnsNothingFromAFailureThatComesFirst() {
    Script random = new Script(0.1, 0.1);
    Policy policy = new Policy(space.decisions(), adam(0.5), random);
    tell(new Reinforce(space, policy, new MovingAverage(0.9), new RawReward(), random), FAILED);
    assertThat(policy.probability(0, 0)).isEqualTo(0.5);
  }

  private static Architecture tell(SearchMethod search, double value) {
    Architecture proposal = search.ask();
    search.tell(new Observation(proposal, value));
    return proposal;
  }

  /** Normal deviates that are zero and uniform ones that were written down. */
  private static final class Script implements RandomGenerator {
    private final double[] uniform;
    private int next;

    Script(double... uniform) {
      this.uniform = uniform;
    }

    @Override
    public long nextLong() {
      throw new UnsupportedOperationException("The script has no longs.");
    }

    @Override
    public double nextDouble() {
      return uniform[next++];
    }

    @Override
    public double nextGaussian() {
      return 0;
    }
  }
}
