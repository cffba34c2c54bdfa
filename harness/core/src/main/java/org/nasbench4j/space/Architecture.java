package org.nasbench4j.space;

/**
 * One member of a {@link SearchSpace}: an immutable value that is valid by construction.
 *
 * <p>Equality is equality of the cell as written; architectures that compute the same function may
 * be unequal. {@link #canonical()} names the class that an architecture belongs to.
 */
public interface Architecture {

  /**
   * The architecture as its benchmark writes it; {@link SearchSpace#parse} reads it back.
   *
   * @return the benchmark's own notation, never empty
   */
  String text();

  /**
   * The name of the class of architectures that the benchmark counts as one.
   *
   * @return the same string for all members of the class, never empty
   */
  String canonical();
}
