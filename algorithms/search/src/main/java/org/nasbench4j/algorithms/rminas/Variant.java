package org.nasbench4j.algorithms.rminas;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The two public versions of the search, which differ in the randomness of their models. */
enum Variant {
  /** One stream of random numbers: every model draws anew. */
  ARCHIVE {
    @Override
    RmiNas.ModelRandom modelRandom(RandomGenerator random) {
      return () -> random;
    }
  },
  /** A seed that is drawn once: every model starts from it. */
  HEAD {
    @Override
    RmiNas.ModelRandom modelRandom(RandomGenerator random) {
      long seed = random.nextLong();
      return () -> new SplittableRandom(seed);
    }
  };

  abstract RmiNas.ModelRandom modelRandom(RandomGenerator random);
}
