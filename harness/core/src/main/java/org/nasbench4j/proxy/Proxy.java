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

  /**
   * What a score depends on besides the architecture, where its name does not say it.
   *
   * @return one line for people; empty (the default) where there is nothing to say
   */
  default String settings() {
    return "";
  }

  /**
   * Whether all architectures of the space can be scored in no time.
   *
   * @return true (the default) for what is counted or looked up
   */
  default boolean isAffordableEverywhere() {
    return true;
  }
}
