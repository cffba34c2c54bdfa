package org.nasbench4j.algorithms.localsearch;

import java.util.List;
import java.util.Map;
import org.nasbench4j.search.SearchMethodContract;
import org.nasbench4j.search.SearchMethodProvider;

class LocalSearchContractTest extends SearchMethodContract {
  @Override
  protected SearchMethodProvider provider() {
    return new LocalSearchProvider();
  }

  @Override
  protected List<Map<String, String>> variants() {
    return List.of(Map.of("acceptance", "first"), Map.of("acceptance", "best"));
  }
}
