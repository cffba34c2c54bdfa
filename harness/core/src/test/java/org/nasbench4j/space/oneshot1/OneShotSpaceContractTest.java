package org.nasbench4j.space.oneshot1;

import org.junit.jupiter.api.Nested;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.space.SearchSpaceContract;

class OneShotSpaceContractTest {

  @Nested
  class Space1 extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new OneShotSpace(OneShotLayout.SPACE_1);
    }
  }

  @Nested
  class Space2 extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new OneShotSpace(OneShotLayout.SPACE_2);
    }
  }

  @Nested
  class Space3 extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new OneShotSpace(OneShotLayout.SPACE_3);
    }
  }
}
