package org.nasbench4j.algorithms.rminas;

import java.util.List;
import java.util.Map;
import org.nasbench4j.search.SearchMethodContract;
import org.nasbench4j.search.SearchMethodProvider;

class RmiNasContractTest extends SearchMethodContract {
  @Override
  protected SearchMethodProvider provider() {
    return new RmiNasProvider();
  }

  @Override
  protected List<Map<String, String>> variants() {
    return List.of(
        Map.of("surrogate", "additive"),
        Map.of("surrogate", "additive", "variant", "head", "estimator", "greedy"),
        Map.of("surrogate", "additive", "warm-up", "20", "successes", "5", "cap", "60"));
  }
}
