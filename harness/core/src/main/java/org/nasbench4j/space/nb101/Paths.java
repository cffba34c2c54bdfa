package org.nasbench4j.space.nb101;

import java.util.function.IntUnaryOperator;

/** Which vertices lie on a path from the input, vertex 0, to the output, the last vertex. */
final class Paths {

  private Paths() {}

  // A bit for each vertex; the output's is unset if no path reaches it. Predecessors are given as
  // bits, those of a vertex all lower than the vertex.
  static int vertices(int count, IntUnaryOperator predecessors) {
    int fed = 1;
    for (int vertex = 1; vertex < count; vertex++) {
      if ((predecessors.applyAsInt(vertex) & fed) != 0) {
        fed |= 1 << vertex;
      }
    }
    int used = 1 << (count - 1);
    for (int vertex = count - 1; vertex > 0; vertex--) {
      if ((used & (1 << vertex)) != 0) {
        used |= predecessors.applyAsInt(vertex);
      }
    }
    return fed & used;
  }

  // The bits that the mask keeps, moved together: 0b1010 of the mask 0b1110 is 0b101.
  static int squeeze(int bits, int mask) {
    int squeezed = 0;
    int to = 0;
    for (int rest = mask; rest != 0; rest &= rest - 1) {
      squeezed |= ((bits >>> Integer.numberOfTrailingZeros(rest)) & 1) << to;
      to++;
    }
    return squeezed;
  }
}
