package org.nasbench4j.neural.supernet;

/** Whose loss moves what. */
public enum Levels {
  /** One loss of one batch moves network and logits at once. */
  SINGLE,
  /**
   * The loss of one half of the images moves the network, then that of the other half the logits.
   */
  BILEVEL
}
