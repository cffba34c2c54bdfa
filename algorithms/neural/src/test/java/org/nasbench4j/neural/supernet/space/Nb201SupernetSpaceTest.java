package org.nasbench4j.neural.supernet.space;

import org.nasbench4j.space.nb201.Nb201Space;

/** Which cells are derived, {@link Nb201SupernetTest} says. */
class Nb201SupernetSpaceTest extends SupernetSpaceContract {

  @Override
  SupernetSpace space() {
    return new Nb201SupernetSpace(new Nb201Space());
  }
}
