package org.nasbench4j.algorithms.reinforce;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.nasbench4j.objective.ValueScale;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.SearchMethodProvider;
import org.nasbench4j.search.SearchStart;
import org.nasbench4j.search.Setting;
import org.nasbench4j.search.Settings;
import org.nasbench4j.search.SettingsPreset;
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
 * <p>With {@code optimiser: gradient} each observation moves the logits by the gradient itself, as
 * in the code of NAS-Bench-1Shot1 and the scripts of NAS-Bench-101. In a space where some
 * combinations of options are no architecture, the policy draws again until one is, and learns
 * nothing from the others, as those scripts do; after 10,000 such draws in a row, which is ours,
 * the proposal is a uniform draw from the space.
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
  private static final String FRACTION = "fraction";
  private static final String ADAM = "adam";
  private static final String GRADIENT = "gradient";

  private static final Setting LEARNING_RATE =
      new Setting(
          "learning-rate",
          Setting.Type.NUMBER,
          "0.01",
          "the code of NATS-Bench (the documented command of NAS-Bench-201 has 0.5)",
          "The learning rate of the optimiser, in [1e-6, 100].");

  private static final Setting OPTIMISER =
      new Setting(
          "optimiser",
          Setting.Type.WORD,
          ADAM,
          "the code of NAS-Bench-201 and NATS-Bench",
          "adam: Adam; gradient: plain gradient ascent, whose learning rate goes with rewards as"
              + " fractions");

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
              + " fraction: an accuracy in [0, 1]; rank: 100 times the percentile rank among the values so far; auto: raw for"
              + " accuracies, exp for minus a loss, as RMI's, rank for everything else");

  private static final Map<String, String> PLAIN =
      Map.of(OPTIMISER.name(), GRADIENT, LEARNING_RATE.name(), "0.1", REWARD.name(), FRACTION);

  private static final List<SettingsPreset> PRESETS =
      List.of(
          SettingsPreset.of("nasbench101-scripts", "the scripts of the NAS-Bench-101 paper", PLAIN),
          SettingsPreset.of("oneshot1", "the code of NAS-Bench-1Shot1", PLAIN));

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
    return List.of(LEARNING_RATE, OPTIMISER, BASELINE_MOMENTUM, REWARD);
  }

  @Override
  public List<SettingsPreset> presets() {
    return PRESETS;
  }

  @Override
  public SearchMethod create(SearchStart start, Settings settings) {
    double momentum = settings.number(BASELINE_MOMENTUM.name(), 0, 0.9999);
    SearchSpace space = start.space();
    RandomGenerator random = start.random();
    Policy policy = new Policy(space.decisions(), optimiser(settings), random);
    Reward reward = reward(settings, start.scale());
    return new Reinforce(space, policy, new MovingAverage(momentum), reward, random);
  }

  private static IntFunction<Optimiser> optimiser(Settings settings) {
    double learningRate = settings.number(LEARNING_RATE.name(), 1e-6, 100);
    return settings.word(OPTIMISER.name(), List.of(ADAM, GRADIENT)).equals(ADAM)
        ? logits -> new Adam(learningRate, logits)
        : logits -> new PlainDescent(learningRate);
  }

  private static Reward reward(Settings settings, ValueScale scale) {
    String word = settings.word(REWARD.name(), List.of(AUTO, RAW, EXP, FRACTION, RANK));
    if (word.equals(FRACTION) && scale != ValueScale.PERCENT) {
      throw new IllegalArgumentException(
          "The setting (reward) of reinforce is (fraction), which needs accuracies, but the search is"
              + " on other values. Maybe use auto or rank.");
    }
    if (word.equals(EXP) && scale != ValueScale.NEGATIVE_LOSS) {
      throw new IllegalArgumentException(
          "The setting (reward) of reinforce is (exp), which needs minus a loss, but the search is on"
              + " values that are not known to be one. Maybe use auto or rank.");
    }
    return switch (word.equals(AUTO) ? fitting(scale) : word) {
      case RAW -> new RawReward();
      case EXP -> new ExpReward();
      case FRACTION -> new FractionReward();
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
