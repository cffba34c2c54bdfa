package org.nasbench4j.algorithms.reinforce;

import java.util.random.RandomGenerator;
import org.nasbench4j.search.Observation;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;

/** Samples from a policy and makes what scored above the moving average more likely. */
final class Reinforce implements SearchMethod {
  private final SearchSpace space;
  private final Policy policy;
  private final MovingAverage baseline;
  private final Reward reward;
  private final RandomGenerator random;
  private final int[] choices;

  Reinforce(
      SearchSpace space,
      Policy policy,
      MovingAverage baseline,
      Reward reward,
      RandomGenerator random) {
    this.space = space;
    this.policy = policy;
    this.baseline = baseline;
    this.reward = reward;
    this.random = random;
    this.choices = new int[space.decisions().size()];
  }

  @Override
  public Architecture ask() {
    policy.sample(choices, random);
    return space.decode(choices);
  }

  @Override
  public void tell(Observation observation) {
    double gained = reward.of(observation.value());
    if (Double.isFinite(gained)) {
      // the average takes the reward in first, as in the code of NAS-Bench-201 and NATS-Bench
      policy.learn(choices, gained - baseline.update(gained));
    }
  }
}
