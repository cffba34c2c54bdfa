package org.nasbench4j.search;

import org.nasbench4j.space.SearchSpace;

class ToyLearnerTest extends OwnWorkContract {

  @Override
  protected SearchMethodProvider provider() {
    return new ToyLearner();
  }

  @Override
  protected SearchSpace space() {
    return TinySpace.of(5, 5, 5);
  }
}
