package org.nasbench4j.jmh.score;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.engine.NativeArrays;
import org.nasbench4j.random.DerivedRandom;
import org.nasbench4j.space.nb201.LiveCell;
import org.nasbench4j.space.nb201.LiveEdge;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Operation;

/**
 * The training of a {@code fast} score, written down once more with the engine's own calls and
 * nothing between: what {@link ScoreBenchmark} is held against. Images and targets are noise.
 */
final class BareTraining {
  private static final int WIDTH = 16;
  private static final int CELLS = 5;
  private static final int STAGES = 3;
  private static final int BATCH = 32;
  private static final int SIDE = 32;
  private static final int ITERATIONS = 25;
  private static final Shape ONE = new Shape(1, 1);
  private static final Shape TWO = new Shape(2, 2);
  private static final Shape NONE = new Shape(0, 0);

  private final EngineSession session;
  private final NDManager manager;
  private final List<LiveEdge> edges;
  private final List<NDArray> weights = new ArrayList<>();
  private final List<NDArray> velocities = new ArrayList<>();
  private final List<NDArray> running = new ArrayList<>();
  private final List<NDArray> targets = new ArrayList<>();
  private final List<NDArray> boxes = new ArrayList<>();
  private final List<NDArray> shares = new ArrayList<>();
  private final NDArray labels;
  // Not the engine's: that one is shared by the whole process, and begins anywhere.
  private final RandomGenerator random = DerivedRandom.of(1, "bare-training");
  private int nextWeight;
  private int nextRunning;

  BareTraining(EngineSession session, NDManager manager, Nb201Cell cell) {
    this.session = session;
    this.manager = manager;
    edges = LiveCell.of(cell).edges();
    addConvolution(3, WIDTH, 3);
    for (int stage = 0; stage < STAGES; stage++) {
      addStage(WIDTH << stage, stage);
    }
    addNorm(WIDTH << (STAGES - 1));
    add(noise(Noise.CLASSES, WIDTH << (STAGES - 1)));
    add(noise(Noise.CLASSES));
    labels = labels();
  }

  // By which log-probabilities add up to the mean cross-entropy.
  private NDArray labels() {
    float[] weights = new float[BATCH * Noise.CLASSES];
    for (int image = 0; image < BATCH; image++) {
      weights[image * Noise.CLASSES + image % Noise.CLASSES] = -1f / BATCH;
    }
    return NativeArrays.copyOf(manager, weights, new Shape(BATCH, Noise.CLASSES));
  }

  private void addStage(int channels, int stage) {
    if (stage > 0) {
      addConvolution(channels / 2, channels, 3);
      addConvolution(channels, channels, 3);
      add(noise(channels, channels / 2, 1, 1));
    }
    for (int i = 0; i < CELLS; i++) {
      for (LiveEdge edge : edges) {
        if (kernel(edge) > 0) {
          addConvolution(channels, channels, kernel(edge));
        }
      }
    }
    boxes.add(manager.ones(new Shape(channels, 1, 3, 3)));
    shares.add(manager.full(new Shape(1, 1, SIDE >> stage, SIDE >> stage), 1f / 9).duplicate());
    targets.add(noise(BATCH, BATCH));
  }

  private static int kernel(LiveEdge edge) {
    return switch (edge.operation()) {
      case NOR_CONV_3X3 -> 3;
      case NOR_CONV_1X1 -> 1;
      case NONE, SKIP_CONNECT, AVG_POOL_3X3 -> 0;
    };
  }

  private NDArray noise(long... shape) {
    int fanIn = Math.toIntExact(new Shape(shape).size() / shape[0]);
    float bound = (float) (1 / Math.sqrt(fanIn));
    float[] values = new float[Math.toIntExact(new Shape(shape).size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat(-bound, bound);
    }
    return NativeArrays.copyOf(manager, values, new Shape(shape));
  }

  private void addConvolution(int from, int to, int kernel) {
    add(noise(to, from, kernel, kernel));
    addNorm(to);
  }

  private void addNorm(int channels) {
    add(manager.ones(new Shape(channels)));
    add(manager.zeros(new Shape(channels)));
    running.add(manager.zeros(new Shape(channels)));
    running.add(manager.ones(new Shape(channels)));
  }

  private void add(NDArray weight) {
    weight.setRequiresGradient(true);
    weights.add(weight);
    velocities.add(weight.zerosLike());
  }

  // The loss after the last iteration.
  float train() {
    NDArray images = noise(BATCH, 3, SIDE, SIDE);
    float last = 0;
    for (int iteration = 1; iteration <= ITERATIONS; iteration++) {
      try (NDManager step = manager.newSubManager()) {
        NDArray input = images.duplicate();
        input.attach(step);
        NDArray loss = loss(input);
        last = loss.getFloat();
        if (iteration < ITERATIONS) {
          session.backward(loss);
          update();
        }
      }
    }
    return last;
  }

  private NDArray loss(NDArray images) {
    nextWeight = 0;
    nextRunning = 0;
    NDArray maps = convolution(images, 3, 1);
    NDArray rmi = labels.sum();
    for (int stage = 0; stage < STAGES; stage++) {
      if (stage > 0) {
        NDArray half = convolution(convolution(relu(maps), 3, 2).getNDArrayInternal().relu(), 3, 1);
        NDArray pooled = Pool.avgPool2d(maps, TWO, TWO, NONE, true, false);
        maps = half.add(Conv2d.conv2d(pooled, next(), null, ONE, NONE, ONE, 1).get(0));
      }
      for (int i = 0; i < CELLS; i++) {
        maps = cell(maps, stage);
      }
      if (stage == STAGES - 1) {
        maps = relu(norm(maps));
      }
      rmi = alignment(maps, targets.get(stage)).add(rmi);
    }
    NDArray features = maps.reshape(BATCH, WIDTH << (STAGES - 1), -1).mean(new int[] {2});
    NDArray logits = Linear.linear(features, next(), next()).get(0);
    return logits.logSoftmax(1).mul(labels).sum().sub(rmi);
  }

  private NDArray cell(NDArray input, int stage) {
    Map<Integer, NDArray> nodes = new HashMap<>();
    Map<Integer, NDArray> rectified = new HashMap<>();
    Map<Integer, NDArray> smoothed = new HashMap<>();
    for (LiveEdge edge : edges) {
      NDArray source = nodes.getOrDefault(edge.source(), input);
      NDArray term = source;
      if (kernel(edge) > 0) {
        NDArray positive = rectified.computeIfAbsent(edge.source(), from -> relu(source));
        term = convolution(positive, kernel(edge), 1);
      } else if (edge.operation() == Operation.AVG_POOL_3X3) {
        term = smoothed.computeIfAbsent(edge.source(), from -> smooth(source, stage));
      }
      nodes.merge(edge.node(), term, NDArray::add);
    }
    return nodes.getOrDefault(Nb201Cell.NODES - 1, input);
  }

  private NDArray smooth(NDArray maps, int stage) {
    return Conv2d.conv2d(maps, boxes.get(stage), null, ONE, ONE, ONE, WIDTH << stage)
        .get(0)
        .mul(shares.get(stage));
  }

  private NDArray convolution(NDArray maps, int kernel, int stride) {
    Shape padding = new Shape(kernel / 2, kernel / 2);
    Shape strides = new Shape(stride, stride);
    return norm(Conv2d.conv2d(maps, next(), null, strides, padding, ONE, 1).get(0));
  }

  private NDArray norm(NDArray maps) {
    NDArray mean = running.get(nextRunning++);
    NDArray variance = running.get(nextRunning++);
    return BatchNorm.batchNorm(maps, mean, variance, next(), next(), -1, 1, 1e-5f, true).get(0);
  }

  private static NDArray relu(NDArray maps) {
    return maps.getNDArrayInternal().relu();
  }

  private NDArray next() {
    return weights.get(nextWeight++);
  }

  private static NDArray alignment(NDArray maps, NDArray target) {
    NDArray rows = maps.reshape(BATCH, -1);
    NDArray gram = rows.matMul(rows.transpose());
    NDArray means = gram.mean(new int[] {0}, true);
    NDArray centred = gram.sub(means).sub(means.transpose()).add(means.mean());
    return centred.mul(target).sum().div(centred.square().sum().sqrt());
  }

  private void update() {
    for (int i = 0; i < weights.size(); i++) {
      NDArray weight = weights.get(i);
      try (NDArray gradient = weight.getGradient()) {
        weight
            .getNDArrayInternal()
            .sgdUpdate(
                new NDList(weight, gradient, velocities.get(i)),
                new NDList(weight),
                0.1f,
                5e-4f,
                1,
                0,
                0.9f,
                true);
      }
    }
  }
}
