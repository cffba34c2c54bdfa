package org.nasbench4j.algorithms.rminas;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.random.RandomGenerator;
import org.nasbench4j.search.Observation;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.Surrogate;
import org.nasbench4j.space.Architecture;

/** Losses are the values with the other sign, so that the words are those of the paper's code. */
final class RmiNas implements SearchMethod {
  private final CellCodes codes;
  private final Rules rules;
  private final Surrogate surrogate;
  private final ModelRandom modelRandom;
  private final RandomGenerator random;

  private final Queue<Long> waiting;
  private final int warmUp;
  private final Map<Long, Double> losses = new LinkedHashMap<>();
  private double threshold = Double.NEGATIVE_INFINITY;
  private int successes;
  private long asked;
  private State state = State.SEARCHING;

  RmiNas(
      CellCodes codes,
      Rules rules,
      Surrogate surrogate,
      ModelRandom modelRandom,
      RandomGenerator random) {
    this.codes = codes;
    this.rules = rules;
    this.surrogate = surrogate;
    this.modelRandom = modelRandom;
    this.random = random;
    this.waiting = new ArrayDeque<>(codes.drawDistinct(rules.warmUp(), random));
    this.warmUp = waiting.size();
  }

  /** The source of randomness for each model in turn. */
  @FunctionalInterface
  interface ModelRandom {
    RandomGenerator next();
  }

  @Override
  public Architecture ask() {
    asked = next();
    return codes.architecture(asked);
  }

  private long next() {
    Long warm = waiting.poll();
    if (warm != null) {
      return warm;
    }
    return losses.size() == codes.count() ? codes.draw(random) : mostPromising();
  }

  private long mostPromising() {
    Optional<Surrogate.Model> model = fit();
    Collection<Long> candidates = unscored();
    return model.map(m -> firstMaximum(m, candidates)).orElseGet(candidates.iterator()::next);
  }

  // Empty if there is nothing to tell apart.
  private Optional<Surrogate.Model> fit() {
    double[][] rows = losses.keySet().stream().map(codes::oneHot).toArray(double[][]::new);
    boolean[] positive = new boolean[rows.length];
    int positives = 0;
    int row = 0;
    for (double loss : losses.values()) {
      positive[row] = loss < threshold;
      positives += positive[row++] ? 1 : 0;
    }
    return positives == 0 || positives == rows.length
        ? Optional.empty()
        : Optional.of(surrogate.fit(rows, positive, modelRandom.next()));
  }

  // Not empty: draws again where every candidate was scored before.
  private Collection<Long> unscored() {
    Collection<Long> drawn;
    do {
      drawn = codes.drawDistinct(rules.candidates(), random);
      drawn.removeAll(losses.keySet());
    } while (drawn.isEmpty());
    return drawn;
  }

  private long firstMaximum(Surrogate.Model model, Collection<Long> candidates) {
    long best = -1;
    double highest = Double.NEGATIVE_INFINITY;
    for (long candidate : candidates) {
      double probability = model.probability(codes.oneHot(candidate));
      if (probability > highest) {
        highest = probability;
        best = candidate;
      }
    }
    return best;
  }

  @Override
  public void tell(Observation observation) {
    double loss = 0 - observation.value(); // never -0.0, which would sort before 0.0
    if (losses.putIfAbsent(asked, loss) != null) {
      return; // nothing was left to ask
    }
    if (losses.size() == warmUp) {
      double[] ascending = losses.values().stream().mapToDouble(l -> l).sorted().toArray();
      threshold = Threshold.of(ascending, rules.quantile());
    } else if (loss < threshold) {
      successes++;
    }
    if (state == State.SEARCHING) {
      state = stateNow();
    }
  }

  private State stateNow() {
    if (successes >= rules.successes()) {
      return State.FINISHED;
    }
    boolean capped = losses.size() >= Math.min(rules.cap(), codes.count());
    return capped ? State.CAPPED : State.SEARCHING;
  }

  @Override
  public State state() {
    return state;
  }

  @Override
  public Optional<Architecture> recommend() {
    List<int[]> best =
        losses.entrySet().stream()
            .filter(entry -> entry.getValue() < threshold)
            .sorted(Map.Entry.comparingByValue())
            .limit(rules.top())
            .map(entry -> codes.choices(entry.getKey()))
            .toList();
    // Options that are good one by one may be no architecture together: then the incumbent answers.
    return best.isEmpty()
        ? Optional.empty()
        : Optional.of(rules.estimator().estimate(best))
            .filter(codes::isArchitecture)
            .map(codes::architecture);
  }
}
