package org.nasbench4j.examples;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.search.Observation;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.SearchMethodProvider;
import org.nasbench4j.search.SearchStart;
import org.nasbench4j.search.Setting;
import org.nasbench4j.search.Settings;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;

/** With probability epsilon a random architecture, otherwise a mutation of the best one so far. */
public final class EpsilonGreedyMutation implements SearchMethodProvider {
  private static final Setting EPSILON =
      new Setting(
          "epsilon",
          Setting.Type.NUMBER,
          "0.1",
          "chosen for this example",
          "The probability of a random architecture, in [0, 1].");

  @Override
  public String name() {
    return "epsilon-greedy-mutation";
  }

  @Override
  public String summary() {
    return "Mutates the best architecture so far, or draws a random one.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(EPSILON);
  }

  @Override
  public SearchMethod create(SearchStart start, Settings settings) {
    return new Search(start.space(), settings.number("epsilon", 0, 1), start.random());
  }

  private static final class Search implements SearchMethod {
    private final SearchSpace space;
    private final double epsilon;
    private final RandomGenerator random;
    private @Nullable Observation best;

    Search(SearchSpace space, double epsilon, RandomGenerator random) {
      this.space = space;
      this.epsilon = epsilon;
      this.random = random;
    }

    @Override
    public Architecture ask() {
      if (best == null || space.size() == 1 || random.nextDouble() < epsilon) {
        return space.sample(random);
      }
      return space.mutate(best.architecture(), random);
    }

    @Override
    public void tell(Observation observation) {
      if (best == null || observation.value() > best.value()) {
        best = observation;
      }
    }
  }
}
