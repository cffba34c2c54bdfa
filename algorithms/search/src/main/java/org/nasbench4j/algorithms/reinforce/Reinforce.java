package org.nasbench4j.algorithms.reinforce;

import java.util.random.RandomGenerator;
import org.nasbench4j.search.Observation;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;

/** Samples from a policy and makes what scored above the moving average more likely. */
final class Reinforce implements SearchMethod {
  /** A policy that makes nothing else but combinations that are no architecture has gone astray. */
  private static final int MOST_DRAWS = 10_000;

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
    for (int draws = 0; draws < MOST_DRAWS; draws++) {
      policy.sample(choices, random);
      if (space.isArchitecture(choices)) {
        return space.decode(choices);
      }
    }
    Architecture uniform = space.sample(random);
    System.arraycopy(space.encode(uniform), 0, choices, 0, choices.length);
    return uniform;
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
