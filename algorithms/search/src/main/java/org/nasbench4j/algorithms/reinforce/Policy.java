package org.nasbench4j.algorithms.reinforce;

import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/**
 * A softmax over the options of each decision, independent of the other decisions. The options of
 * all decisions lie in one array: those of decision {@code d} in {@code [start[d], start[d + 1])}.
 */
final class Policy {
  private static final double INITIAL_DEVIATION = 1e-3;

  private final int[] start;
  private final double[] logits;
  private final double[] probabilities;
  private final double[] gradient;
  private final Optimiser optimiser;

  /**
   * A policy that is almost uniform.
   *
   * @param decisions the number of options of each decision
   * @param optimiserOf makes the optimiser for a number of logits
   * @param random the source of randomness of the first logits
   */
  Policy(List<Integer> decisions, IntFunction<Optimiser> optimiserOf, RandomGenerator random) {
    start = new int[decisions.size() + 1];
    for (int d = 0; d < decisions.size(); d++) {
      start[d + 1] = start[d] + decisions.get(d);
    }
    int options = start[decisions.size()];
    logits = new double[options];
    for (int i = 0; i < options; i++) {
      logits[i] = INITIAL_DEVIATION * random.nextGaussian();
    }
    probabilities = new double[options];
    gradient = new double[options];
    optimiser = optimiserOf.apply(options);
    computeProbabilities();
  }

  /**
   * Draws an option for each decision.
   *
   * @param choices where to write the options
   * @param random the source of randomness, for one uniform number per decision
   */
  void sample(int[] choices, RandomGenerator random) {
    for (int d = 0; d < choices.length; d++) {
      choices[d] = draw(start[d], start[d + 1] - 1, random.nextDouble()) - start[d];
    }
  }

  private int draw(int first, int last, double uniform) {
    double rest = uniform;
    int option = first;
    while (option < last && rest >= probabilities[option]) {
      rest -= probabilities[option];
      option++;
    }
    return option;
  }

  /**
   * One step of the optimiser on the loss {@code -advantage * log(probability of the choices)}. Its
   * derivative by a logit is {@code advantage * (probability - 1)} for the option that was chosen
   * and {@code advantage * probability} for the others.
   *
   * @param choices the options that were taken
   * @param advantage by how much the reward exceeded what was expected
   */
  void learn(int[] choices, double advantage) {
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = advantage * probabilities[i];
    }
    for (int d = 0; d < choices.length; d++) {
      gradient[start[d] + choices[d]] -= advantage;
    }
    optimiser.descend(logits, gradient);
    computeProbabilities();
  }

  private void computeProbabilities() {
    for (int d = 0; d + 1 < start.length; d++) {
      softmax(start[d], start[d + 1]);
    }
  }

  private void softmax(int from, int to) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      largest = Math.max(largest, logits[i]);
    }
    double sum = 0;
    for (int i = from; i < to; i++) {
      // StrictMath gives the same bits on every machine
      probabilities[i] = StrictMath.exp(logits[i] - largest);
      sum += probabilities[i];
    }
    for (int i = from; i < to; i++) {
      probabilities[i] /= sum;
    }
  }

  /**
   * How likely an option is.
   *
   * @param decision the decision, from 0
   * @param option the option of that decision, from 0
   * @return the probability that {@link #sample} takes it
   */
  double probability(int decision, int option) {
    return probabilities[start[decision] + option];
  }
}
