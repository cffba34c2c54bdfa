package org.nasbench4j.algorithms.localsearch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.search.Observation;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;

/**
 * Climbs from random architectures. A climb moves only to the best architecture that it has
 * evaluated, so that leaving what it has asked for out of later neighbourhoods loses nothing.
 */
final class LocalSearch implements SearchMethod {
  private final SearchSpace space;
  private final Acceptance acceptance;
  private final RandomGenerator random;

  private final Set<Architecture> asked = new HashSet<>();
  private final List<Architecture> waiting = new ArrayList<>();
  private @Nullable Observation best;
  private boolean foundBetter;

  LocalSearch(SearchSpace space, Acceptance acceptance, RandomGenerator random) {
    this.space = space;
    this.acceptance = acceptance;
    this.random = random;
  }

  @Override
  public Architecture ask() {
    Architecture next = waiting.isEmpty() ? restart() : drawWaiting();
    asked.add(next);
    return next;
  }

  private Architecture restart() {
    asked.clear();
    best = null;
    return space.sample(random);
  }

  private Architecture drawWaiting() {
    int last = waiting.size() - 1;
    int drawn = random.nextInt(waiting.size());
    Architecture next = waiting.get(drawn);
    waiting.set(drawn, waiting.get(last));
    waiting.remove(last);
    return next;
  }

  @Override
  public void tell(Observation observation) {
    if (best == null || observation.value() > best.value()) {
      best = observation;
      foundBetter = true;
    }
    if (foundBetter && (acceptance == Acceptance.FIRST || waiting.isEmpty())) {
      foundBetter = false;
      moveTo(best.architecture());
    }
  }

  private void moveTo(Architecture centre) {
    waiting.clear();
    for (Architecture neighbour : space.neighbours(centre)) {
      if (!asked.contains(neighbour)) {
        waiting.add(neighbour);
      }
    }
  }
}
