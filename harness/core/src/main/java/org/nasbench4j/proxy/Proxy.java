package org.nasbench4j.proxy;

import org.nasbench4j.space.Architecture;

/** Scores architectures without the benchmark's training; a pure function, thread-safe. */
@FunctionalInterface
public interface Proxy {

  /**
   * Scores one architecture.
   *
   * @param architecture an architecture of the space that the proxy was made for
   * @return score and cost
   */
  ProxyScore score(Architecture architecture);
}
