package org.nasbench4j.space;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A finite set of architectures: how they are written, drawn, varied and encoded.
 *
 * <p>Implementations are immutable and thread-safe; all randomness is handed in. A method that is
 * given an architecture of another space throws {@link IllegalArgumentException}.
 */
public interface SearchSpace {

  /**
   * The short name that plans, tables and the command line use.
   *
   * @return for example {@code nb201}
   */
  String id();

  /**
   * The number of architectures as written, duplicates by function included.
   *
   * @return at least 1
   */
  long size();

  /**
   * The number of architectures that the benchmark tells apart: the rows of a table of the whole
   * space. Where it is less than {@link #size}, architectures share rows and are not drawn equally
   * often.
   *
   * @return {@code [1, size()]}; {@code size()} (the default) where every architecture as written
   *     was measured
   */
  default long measured() {
    return size();
  }

  /**
   * Reads any of the notations of this space.
   *
   * @param text an architecture as written, or a short form that the space documents
   * @return the architecture
   * @throws IllegalArgumentException if the text is not an architecture of this space; the message
   *     shows the text and the grammar
   */
  Architecture parse(String text);

  /**
   * Draws an architecture as the benchmark's random search does.
   *
   * @param random the source of randomness
   * @return an architecture, with replacement: repeats are possible
   */
  Architecture sample(RandomGenerator random);

  /**
   * Draws one small change as the benchmark's evolution does.
   *
   * @param parent the architecture to change
   * @param random the source of randomness
   * @return an architecture that differs from {@code parent} as written
   */
  Architecture mutate(Architecture parent, RandomGenerator random);

  /**
   * All architectures one small change away.
   *
   * @param architecture the centre
   * @return the neighbours without the centre, without repeats, in a fixed order
   */
  List<Architecture> neighbours(Architecture architecture);

  /**
   * The independent categorical decisions that make up an architecture.
   *
   * @return the number of options of each decision, in a fixed order; each at least 1
   */
  List<Integer> decisions();

  /**
   * Whether a combination of options is an architecture. Methods that choose options one by one
   * draw again where it is not.
   *
   * @param choices for each of {@link #decisions()} an option, from 0, in range
   * @return false if {@link #decode} would refuse the combination; true (the default) in spaces
   *     where every combination is an architecture. {@link #size} of all combinations are
   */
  default boolean isArchitecture(int[] choices) {
    return true;
  }

  /**
   * The architecture that a list of decisions describes.
   *
   * @param choices for each of {@link #decisions()} the option taken, from 0
   * @return the architecture
   * @throws IllegalArgumentException if the length or an option is out of range, or the combination
   *     is no architecture
   */
  Architecture decode(int[] choices);

  /**
   * The inverse of {@link #decode}.
   *
   * @param architecture an architecture of this space
   * @return a new array with the option taken for each decision
   */
  int[] encode(Architecture architecture);
}
