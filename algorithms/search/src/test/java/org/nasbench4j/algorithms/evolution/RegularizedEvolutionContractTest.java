package org.nasbench4j.algorithms.evolution;

import java.util.List;
import java.util.Map;
import org.nasbench4j.search.SearchMethodContract;
import org.nasbench4j.search.SearchMethodProvider;

class RegularizedEvolutionContractTest extends SearchMethodContract {
  @Override
  protected SearchMethodProvider provider() {
    return new RegularizedEvolutionProvider();
  }

  @Override
  protected List<Map<String, String>> variants() {
    return List.of(
        Map.of(),
        Map.of("population", "1", "sample", "5"),
        Map.of("population", "1000", "sample", "1"),
        Map.of("replacement", "without", "mutation", "decision", "unchanged", "0.3"));
  }
}
