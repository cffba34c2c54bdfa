package org.nasbench4j.space.nb101;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All modules of NAS-Bench-101 up to a number of vertices, one for each class of isomorphic ones.
 *
 * <p>No hash decides what is isomorphic: of all ways to number the interior vertices, the one whose
 * matrix and operations are least stands for the class. It is pruned, and written in another way
 * than in the benchmark's records, perhaps. Nothing but the 2,494 wirings is kept. Immutable and
 * thread-safe.
 */
public final class Nb101Enumeration {
  private final List<Wiring> wirings = new ArrayList<>();

  /**
   * Finds the wirings, which takes tens of milliseconds for 7 vertices.
   *
   * @param maxVertices the most vertices of a module, {@code [2, 7]}
   * @throws IllegalArgumentException if the number is out of range
   */
  public Nb101Enumeration(int maxVertices) {
    if (maxVertices < 2 || maxVertices > Nb101Module.MAX_VERTICES) {
      throw new IllegalArgumentException(
          "The vertices (%d) of an nb101 module must be 2 to %d."
              .formatted(maxVertices, Nb101Module.MAX_VERTICES));
    }
    for (int vertices = 2; vertices <= maxVertices; vertices++) {
      wirings.addAll(Wiring.all(vertices));
    }
  }

  /**
   * Streams the modules.
   *
   * @return a new stream in a fixed order, fewest vertices first; in parallel it divides the
   *     wirings between the threads
   */
  public Stream<Nb101Module> modules() {
    return wirings.stream().flatMap(wiring -> wiring.codes().mapToObj(Nb101Module::new));
  }

  /**
   * Counts the modules without making them.
   *
   * @return 423,624 for up to 7 vertices
   */
  public long count() {
    return wirings.stream().mapToLong(wiring -> wiring.codes().count()).sum();
  }
}
