package org.nasbench4j.cli.supernet;

import java.util.List;
import java.util.random.RandomGenerator;
import org.nasbench4j.neural.supernet.SupernetStep;
import org.nasbench4j.space.Architecture;

/** A finished training, as searches use it. */
interface Learned {

  /** All steps, in their order. */
  List<SupernetStep> steps();

  /** Draws architectures from what was learned. */
  List<Architecture> sample(int count, RandomGenerator random);
}
