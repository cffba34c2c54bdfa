package org.nasbench4j.algorithms.reinforce;

import java.util.List;
import java.util.Map;
import org.nasbench4j.search.SearchMethodContract;
import org.nasbench4j.search.SearchMethodProvider;

class ReinforceContractTest extends SearchMethodContract {
  @Override
  protected SearchMethodProvider provider() {
    return new ReinforceProvider();
  }

  @Override
  protected List<Map<String, String>> variants() {
    return List.of(
        Map.of("reward", "raw"),
        Map.of("reward", "rank"),
        Map.of("optimiser", "gradient", "learning-rate", "0.1", "reward", "fraction"));
  }
}
