package org.nasbench4j.examples;

import org.nasbench4j.search.SearchMethodContract;
import org.nasbench4j.search.SearchMethodProvider;

class EpsilonGreedyMutationTest extends SearchMethodContract {
  @Override
  protected SearchMethodProvider provider() {
    return new EpsilonGreedyMutation();
  }
}
