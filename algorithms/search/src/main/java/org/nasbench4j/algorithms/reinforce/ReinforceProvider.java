package org.nasbench4j.algorithms.reinforce;

import java.util.List;
import java.util.random.RandomGenerator;
import org.nasbench4j.objective.ValueScale;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.SearchMethodProvider;
import org.nasbench4j.search.Setting;
import org.nasbench4j.search.Settings;
import org.nasbench4j.space.SearchSpace;

/**
 * REINFORCE (Williams, "Simple statistical gradient-following algorithms for connectionist
 * reinforcement learning", Machine Learning 8, 1992) as in the code of NAS-Bench-201 and
 * NATS-Bench.
 *
 * <p>The policy is a softmax over the options of each of the space's decisions, whose logits start
 * at {@code 1e-3 * N(0, 1)}. Each observation makes one step of Adam (betas 0.9 and 0.999, epsilon
 * 1e-8, PyTorch's semantics) on the loss {@code -(r - b) * log(probability of the proposal)}, where
 * {@code b} is the bias-corrected exponential moving average of the rewards up to and including
 * {@code r}; so the first observation teaches nothing. The answer is the incumbent.
 *
 * <p>The published learning rates go with rewards in percent. Accuracies are rewards as they are;
 * minus a loss {@code L} becomes {@code 100 exp(-L)}; any other proxy becomes a percentile rank. A
 * failed evaluation (minus infinity) counts as the worst raw value so far, as 0, or as the lowest
 * rank. A step takes O(options) time, with ranks O(proposals) more.
 */
public final class ReinforceProvider implements SearchMethodProvider {
  private static final String AUTO = "auto";
  private static final String RAW = "raw";
  private static final String EXP = "exp";
  private static final String RANK = "rank";

  private static final Setting LEARNING_RATE =
      new Setting(
          "learning-rate",
          Setting.Type.NUMBER,
          "0.01",
          "the code of NATS-Bench (the documented command of NAS-Bench-201 has 0.5)",
          "The learning rate of Adam, in [1e-6, 100].");

  private static final Setting BASELINE_MOMENTUM =
      new Setting(
          "baseline-momentum",
          Setting.Type.NUMBER,
          "0.9",
          "the code of NAS-Bench-201 and NATS-Bench",
          "The weight of the past in the moving average of rewards, in [0, 0.9999].");

  private static final Setting REWARD =
      new Setting(
          "reward",
          Setting.Type.WORD,
          "auto",
          "raw for accuracies: the code of NAS-Bench-201 and NATS-Bench; the others are ours",
          "raw: the value as observed, in percent; exp: 100 times the exponential of minus a loss;"
              + " rank: 100 times the percentile rank among the values so far; auto: raw for"
              + " accuracies, exp for minus a loss, as RMI's, rank for everything else");

  /** Used by {@link java.util.ServiceLoader}. */
  public ReinforceProvider() {}

  @Override
  public String name() {
    return "reinforce";
  }

  @Override
  public String summary() {
    return "REINFORCE: policy gradient on independent softmax choices (Williams 1992).";
  }

  @Override
  public List<Setting> settings() {
    return List.of(LEARNING_RATE, BASELINE_MOMENTUM, REWARD);
  }

  @Override
  public SearchMethod create(SearchSpace space, Settings settings, RandomGenerator random) {
    return create(space, settings, ValueScale.PERCENT, random);
  }

  @Override
  public SearchMethod create(
      SearchSpace space, Settings settings, ValueScale scale, RandomGenerator random) {
    double learningRate = settings.number(LEARNING_RATE.name(), 1e-6, 100);
    double momentum = settings.number(BASELINE_MOMENTUM.name(), 0, 0.9999);
    Policy policy = new Policy(space.decisions(), learningRate, random);
    Reward reward = reward(settings, scale);
    return new Reinforce(space, policy, new MovingAverage(momentum), reward, random);
  }

  private static Reward reward(Settings settings, ValueScale scale) {
    String word = settings.word(REWARD.name(), List.of(AUTO, RAW, EXP, RANK));
    if (word.equals(EXP) && scale != ValueScale.NEGATIVE_LOSS) {
      throw new IllegalArgumentException(
          "The setting (reward) of reinforce is (exp), which needs minus a loss, but the search is on"
              + " values that are not known to be one. Maybe use auto or rank.");
    }
    return switch (word.equals(AUTO) ? fitting(scale) : word) {
      case RAW -> new RawReward();
      case EXP -> new ExpReward();
      default -> new RankReward();
    };
  }

  private static String fitting(ValueScale scale) {
    return switch (scale) {
      case PERCENT -> RAW;
      case NEGATIVE_LOSS -> EXP;
      case UNBOUNDED -> RANK;
    };
  }
}
