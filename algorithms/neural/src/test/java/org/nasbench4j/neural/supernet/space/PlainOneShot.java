package org.nasbench4j.neural.supernet.space;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nasbench4j.neural.network.Parameter;
import org.nasbench4j.space.oneshot1.OneShotLayout;

/**
 * The one-shot model once more, layer by layer and edge by edge, as its paper describes it: what is
 * of weight zero is left out, what is of weight one is not multiplied.
 */
final class PlainOneShot {
  private static final Shape ONE = new Shape(1, 1);
  private static final Shape TWO = new Shape(2, 2);
  private static final Shape THREE = new Shape(3, 3);

  private final OneShotLayout layout;
  private final Map<String, NDArray> parameters = new HashMap<>();
  private final double[][] operations;
  private final double[][] topology;

  PlainOneShot(
      OneShotLayout layout,
      List<Parameter> parameters,
      double[][] operations,
      double[][] topology) {
    this.layout = layout;
    parameters.forEach(parameter -> this.parameters.put(parameter.name(), parameter.value()));
    this.operations = operations;
    this.topology = topology;
  }

  NDArray logits(NDArray images, int depth) {
    NDArray maps = convolved(images, "stem", 0, -1);
    for (int cell = 0; cell < depth; cell++) {
      NDArray input =
          cell == depth / 3 || cell == 2 * depth / 3
              ? Pool.maxPool2d(maps, TWO, TWO, ONE, false)
              : maps;
      maps = cell(input, "cell" + cell);
    }
    NDArray weight = parameter("last.conv.weight");
    NDArray last = standardised(Conv2d.conv2d(relu(maps), weight).singletonOrThrow());
    NDArray means = last.mean(new int[] {2}).mean(new int[] {2});
    return means
        .matMul(parameter("classifier.weight").transpose())
        .add(parameter("classifier.bias"));
  }

  private NDArray parameter(String name) {
    return Objects.requireNonNull(parameters.get(name), name);
  }

  private NDArray cell(NDArray input, String name) {
    int blocks = layout.blocks();
    int width = (int) parameter(name + ".block1.conv1x1.norm.weight").size();
    List<NDArray> values = new ArrayList<>();
    for (int block = 1; block <= blocks; block++) {
      List<NDArray> candidates = new ArrayList<>();
      candidates.add(convolved(input, name + ".projections", (block - 1) * width, block * width));
      candidates.addAll(values);
      int row = layout.choosingNodes().indexOf(block);
      NDArray sum = row < 0 ? forced(block, candidates) : weighted(topology[row], candidates);
      values.add(block(sum, operations[block - 1], name + ".block" + block));
    }
    NDArray projection =
        convolved(input, name + ".projections", blocks * width, 2 * blocks * width);
    double[] output = topology[topology.length - 1];
    NDArray parts = projection.mul(output[0]);
    NDList scaled = new NDList();
    for (int block = 1; block <= blocks; block++) {
      scaled.add(values.get(block - 1).mul(output[block]));
    }
    return NDArrays.concat(scaled, 1).add(parts);
  }

  // Blocks without a choice have all that they may have: one parent, or the first two.
  private NDArray forced(int block, List<NDArray> candidates) {
    return layout.parentCount(block) == 1
        ? candidates.get(0)
        : candidates.get(0).add(candidates.get(1));
  }

  private NDArray block(NDArray maps, double[] weights, String name) {
    List<NDArray> results = new ArrayList<>();
    results.add(Pool.maxPool2d(maps, THREE, ONE, ONE, false));
    results.add(convolved(maps, name + ".conv3x3", 0, -1));
    results.add(convolved(maps, name + ".conv1x1", 0, -1));
    return weighted(weights, results);
  }

  private static NDArray weighted(double[] weights, List<NDArray> terms) {
    NDArray sum = null;
    for (int i = 0; i < terms.size(); i++) {
      if (weights[i] != 0) {
        NDArray term = weights[i] == 1 ? terms.get(i) : terms.get(i).mul(weights[i]);
        sum = sum == null ? term : sum.add(term);
      }
    }
    return sum == null ? terms.get(0).zerosLike() : sum;
  }

  // Convolution, batch normalisation and ReLU with some of the filters.
  private NDArray convolved(NDArray maps, String name, int from, int to) {
    NDArray weight = cut(parameter(name + ".conv.weight"), from, to);
    NDArray scale = cut(parameter(name + ".norm.weight"), from, to).reshape(1, -1, 1, 1);
    NDArray shift = cut(parameter(name + ".norm.bias"), from, to).reshape(1, -1, 1, 1);
    long padding = weight.getShape().get(2) / 2;
    NDArray convolved =
        Conv2d.conv2d(maps, weight, null, ONE, new Shape(padding, padding)).singletonOrThrow();
    return relu(standardised(convolved).mul(scale).add(shift));
  }

  private static NDArray cut(NDArray filters, int from, int to) {
    return to < 0 ? filters : filters.get(new NDIndex().addSliceDim(from, to));
  }

  private static NDArray standardised(NDArray maps) {
    int[] axes = {0, 2, 3};
    NDArray centred = maps.sub(mean(maps, axes));
    return centred.div(mean(centred.square(), axes).add(1e-5).sqrt());
  }

  private static NDArray mean(NDArray maps, int[] axes) {
    long count = maps.size() / maps.getShape().get(1);
    return maps.sum(axes, true).div(count);
  }

  private static NDArray relu(NDArray maps) {
    return maps.maximum(0);
  }
}
