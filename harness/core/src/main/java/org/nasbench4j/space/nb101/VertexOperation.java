package org.nasbench4j.space.nb101;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an interior vertex of a module computes, in the benchmark's order of labels.
 *
 * <p>Every operation keeps the side and the number of channels.
 */
public enum VertexOperation {
  /** Convolution 3x3 with padding 1 and without bias, batch normalisation, ReLU. */
  CONV_3X3(0, "conv3x3-bn-relu"),
  /** Convolution 1x1 without bias, batch normalisation, ReLU. */
  CONV_1X1(1, "conv1x1-bn-relu"),
  /** Maximum of 3x3 with stride 1; what lies outside never wins. */
  MAX_POOL_3X3(2, "maxpool3x3");

  /** The number of operations. */
  static final int COUNT = 3;

  /** By label. */
  private static final List<VertexOperation> ALL = List.of(values());

  private final int label;
  private final String id;

  VertexOperation(int label, String id) {
    this.label = label;
    this.id = id;
  }

  /**
   * The name in the benchmark's records.
   *
   * @return for example {@code conv3x3-bn-relu}
   */
  public String id() {
    return id;
  }

  /**
   * The number in the benchmark's hash and in encodings.
   *
   * @return {@code [0, 2]}
   */
  public int label() {
    return label;
  }

  /**
   * The inverse of {@link #label}.
   *
   * @param label {@code [0, 2]}
   * @return the operation
   * @throws IllegalArgumentException if the label is out of range
   */
  public static VertexOperation of(int label) {
    if (label < 0 || label >= COUNT) {
      throw new IllegalArgumentException(
          "The operation's label (%d) must be 0 to 2: %s.".formatted(label, ids()));
    }
    return ALL.get(label);
  }

  /**
   * The inverse of {@link #id}.
   *
   * @param id the name
   * @return the operation
   * @throws IllegalArgumentException if there is none of this name
   */
  public static VertexOperation parse(String id) {
    VertexOperation operation = find(id);
    if (operation == null) {
      throw new IllegalArgumentException(
          "The operation (%s) of a module must be one of %s.".formatted(id, ids()));
    }
    return operation;
  }

  static @Nullable VertexOperation find(String id) {
    for (VertexOperation operation : ALL) {
      if (operation.id.equals(id)) {
        return operation;
      }
    }
    return null;
  }

  static String ids() {
    return ALL.stream().map(VertexOperation::id).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return id;
  }
}
