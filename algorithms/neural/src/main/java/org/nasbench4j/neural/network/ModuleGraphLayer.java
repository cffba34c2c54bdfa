package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.space.nb101.VertexChannels;
import org.nasbench4j.space.nb101.VertexOperation;

/**
 * A pruned module of NAS-Bench-101.
 *
 * <p>A vertex computes its operation of the sum of its predecessors: the input projected by a
 * convolution 1x1 of its own, other vertices without the channels that they have too many. The
 * output puts its predecessors side by side and adds its projection of the input, if there is one.
 */
final class ModuleGraphLayer implements Layer {
  private final Nb101Module module;
  private final int[] channels;

  // By vertex; null where the input does not lead to it.
  private final @Nullable Layer[] projections;

  // By vertex; null for input and output.
  private final @Nullable Layer[] operations;

  ModuleGraphLayer(Nb101Module pruned, BnConvolutions convolutions, String name, int from, int to) {
    module = pruned;
    channels = VertexChannels.of(pruned, from, to);
    int last = channels.length - 1;
    projections = new @Nullable Layer[last + 1];
    operations = new @Nullable Layer[last + 1];
    for (int vertex = 1; vertex <= last; vertex++) {
      String vertexName = name + ".vertex" + vertex;
      int width = channels[vertex];
      if (pruned.hasEdge(0, vertex)) {
        projections[vertex] = convolutions.of(vertexName + ".projection", from, width, 1);
      }
      if (vertex < last) {
        operations[vertex] =
            operation(pruned.operation(vertex), convolutions, vertexName + ".operation", width);
      }
    }
  }

  private static Layer operation(
      VertexOperation operation, BnConvolutions convolutions, String name, int width) {
    return switch (operation) {
      case CONV_3X3 -> convolutions.of(name, width, width, 3);
      case CONV_1X1 -> convolutions.of(name, width, width, 1);
      case MAX_POOL_3X3 -> (input, statistics) -> MaxPooling.smooth(input);
    };
  }

  @Override
  public NDArray forward(NDArray input, BatchStatistics statistics) {
    int last = channels.length - 1;
    List<NDArray> values = new ArrayList<>();
    values.add(input);
    for (int vertex = 1; vertex < last; vertex++) {
      NDArray sum = projected(input, vertex, statistics);
      for (int source = 1; source < vertex; source++) {
        if (module.hasEdge(source, vertex)) {
          sum = plus(sum, cut(values.get(source), channels[vertex]));
        }
      }
      values.add(operated(sum, vertex, statistics));
    }
    return output(values, projected(input, last, statistics));
  }

  private @Nullable NDArray projected(NDArray input, int vertex, BatchStatistics statistics) {
    Layer projection = projections[vertex];
    return projection == null ? null : projection.forward(input, statistics);
  }

  private NDArray operated(@Nullable NDArray sum, int vertex, BatchStatistics statistics) {
    Layer operation = operations[vertex];
    if (sum == null || operation == null) {
      throw new IllegalStateException(
          "The vertex (%d) of the pruned module %s has no predecessor."
              .formatted(vertex, module.text()));
    }
    return operation.forward(sum, statistics);
  }

  private NDArray output(List<NDArray> values, @Nullable NDArray projection) {
    NDList parts = new NDList();
    for (int source = 1; source < values.size(); source++) {
      if (module.hasEdge(source, values.size())) {
        parts.add(values.get(source));
      }
    }
    if (projection != null) {
      return parts.isEmpty() ? projection : sideBySide(parts).add(projection);
    }
    return sideBySide(parts);
  }

  private static NDArray sideBySide(NDList parts) {
    return parts.size() == 1 ? parts.get(0) : NDArrays.concat(parts, 1);
  }

  private static NDArray plus(@Nullable NDArray sum, NDArray term) {
    return sum == null ? term : sum.add(term);
  }

  private static NDArray cut(NDArray maps, int channels) {
    return maps.getShape().get(1) == channels
        ? maps
        : maps.get(new NDIndex().addAllDim().addSliceDim(0, channels));
  }
}
