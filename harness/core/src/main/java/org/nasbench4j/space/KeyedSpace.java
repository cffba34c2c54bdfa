package org.nasbench4j.space;

/**
 * A space whose benchmark names architectures by a hash of their structure: {@link
 * Architecture#canonical()}, 32 hexadecimal digits. Tables hold one row for each hash, and find it
 * by a key that is cheaper to compute.
 */
public interface KeyedSpace extends SearchSpace {

  /**
   * The number of architectures with different hashes: the rows of a whole table.
   *
   * @return at least 1
   */
  int classes();

  /** As {@link #classes}. */
  @Override
  default long measured() {
    return classes();
  }

  /**
   * An architecture as written, as one number.
   *
   * @param architecture an architecture of this space
   * @return not negative; {@link #architecture} reads it back
   */
  long code(Architecture architecture);

  /**
   * The inverse of {@link #code}.
   *
   * @param code the number
   * @return the architecture
   * @throws IllegalArgumentException if no architecture has this code
   */
  Architecture architecture(long code);

  /**
   * A number that all architectures of one hash share and, as far as a table holds them, no others:
   * whoever writes a table checks that.
   *
   * @param architecture an architecture of this space
   * @return any number
   */
  long key(Architecture architecture);
}
