package org.nasbench4j.space.nb201;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an edge of a cell computes, in the benchmark's order.
 *
 * <p>Every operation keeps the side and the number of channels.
 */
public enum Operation {
  /** Zeros: the edge is absent. */
  NONE(0, "none"),
  /** The identity. */
  SKIP_CONNECT(1, "skip_connect"),
  /** ReLU, convolution 1x1 without bias, batch normalisation. */
  NOR_CONV_1X1(2, "nor_conv_1x1"),
  /** ReLU, convolution 3x3 with padding 1 and without bias, batch normalisation. */
  NOR_CONV_3X3(3, "nor_conv_3x3"),
  /** Mean of 3x3 with stride 1 and padding 1; the padding is not counted. */
  AVG_POOL_3X3(4, "avg_pool_3x3");

  /** The number of operations. */
  static final int COUNT = 5;

  /** By digit. */
  private static final List<Operation> ALL = List.of(values());

  private final int digit;
  private final String id;

  Operation(int digit, String id) {
    this.digit = digit;
    this.id = id;
  }

  /**
   * The name in architecture strings.
   *
   * @return for example {@code nor_conv_3x3}
   */
  public String id() {
    return id;
  }

  /**
   * The number in the six-digit form, in matrices and in encodings.
   *
   * @return {@code [0, 4]}
   */
  public int digit() {
    return digit;
  }

  /**
   * The inverse of {@link #digit}.
   *
   * @param digit {@code [0, 4]}
   * @return the operation
   * @throws IllegalArgumentException if the digit is out of range
   */
  public static Operation of(int digit) {
    if (digit < 0 || digit >= COUNT) {
      throw new IllegalArgumentException(
          "The operation's digit (%d) must be 0 to 4: %s.".formatted(digit, ids()));
    }
    return ALL.get(digit);
  }

  static @Nullable Operation find(String id) {
    for (Operation operation : ALL) {
      if (operation.id.equals(id)) {
        return operation;
      }
    }
    return null;
  }

  static String ids() {
    return ALL.stream().map(Operation::id).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return id;
  }
}
