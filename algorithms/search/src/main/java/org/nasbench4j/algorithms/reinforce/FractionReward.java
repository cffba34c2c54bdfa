package org.nasbench4j.algorithms.reinforce;

/** An accuracy in percent as a fraction; otherwise as {@link RawReward}. */
final class FractionReward implements Reward {
  private final Reward percent = new RawReward();

  @Override
  public double of(double value) {
    return percent.of(value) / 100;
  }
}
