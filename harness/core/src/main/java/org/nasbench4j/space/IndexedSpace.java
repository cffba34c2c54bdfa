package org.nasbench4j.space;

/** A space whose benchmark numbers its architectures, so that tables need to store no names. */
public interface IndexedSpace extends SearchSpace {

  /**
   * The architecture with an official index.
   *
   * @param index {@code [0, size())}
   * @return the architecture, the same instance at every call
   * @throws IllegalArgumentException if the index is out of range
   */
  Architecture architecture(int index);

  /**
   * The official index of an architecture.
   *
   * @param architecture an architecture of this space
   * @return {@code [0, size())}
   */
  int index(Architecture architecture);
}
