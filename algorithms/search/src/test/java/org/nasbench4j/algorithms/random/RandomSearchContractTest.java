package org.nasbench4j.algorithms.random;

import java.util.List;
import java.util.Map;
import org.nasbench4j.search.SearchMethodContract;
import org.nasbench4j.search.SearchMethodProvider;

class RandomSearchContractTest extends SearchMethodContract {
  @Override
  protected SearchMethodProvider provider() {
    return new RandomSearchProvider();
  }

  @Override
  protected List<Map<String, String>> variants() {
    return List.of(Map.of("replacement", "with"), Map.of("replacement", "without"));
  }
}
