package org.nasbench4j.neural.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasbench4j.RealData;
import org.nasbench4j.neural.CifarImages;
import org.nasbench4j.neural.PublishedTeacher;
import org.nasbench4j.neural.TestEngine;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.tensor.NamedTensor;
import org.nasbench4j.tensor.NamedTensors;

class ResNet20Test {
  private static final List<Integer> SIDES = List.of(32, 16, 8);

  private final EngineSession session = TestEngine.session();
  private final NDManager manager = session.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void tapsAreTheThreeStages() {
    ResNet20 network = new ResNet20(manager, new NamedTensors("drawn", drawn()));
    NDArray images =
        manager.create(
            Networks.floats(2 * 3 * 32 * 32, Networks.random(1)), new Shape(2, 3, 32, 32));
    Features features = forward(network, images, BatchStatistics.BATCH);
    assertThat(features.logits().getShape()).isEqualTo(new Shape(2, 10));
    for (int stage = 0; stage < 3; stage++) {
      NDArray tap = features.taps().get(stage);
      assertThat(tap.getShape())
          .isEqualTo(new Shape(2, 16 << stage, SIDES.get(stage), SIDES.get(stage)));
      assertThat(tap.min().getFloat()).isNotNegative();
    }
  }

  @Test
  void aMissingTensorIsNamed() {
    List<NamedTensor> tensors = drawn();
    tensors.removeIf(tensor -> tensor.name().equals("layer2.1.bn2.running_var"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ResNet20(manager, new NamedTensors("drawn", tensors)))
        .withMessageContaining("layer2.1.bn2.running_var")
        .withMessageContaining("drawn");
  }

  @Test
  void aTensorOfAnotherShapeIsNamed() {
    List<NamedTensor> tensors = drawn();
    tensors.replaceAll(
        tensor ->
            tensor.name().equals("linear.bias")
                ? new NamedTensor("linear.bias", List.of(100), new float[100])
                : tensor);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ResNet20(manager, new NamedTensors("drawn", tensors)))
        .withMessageContaining("linear.bias")
        .withMessageContaining("[100]")
        .withMessageContaining("[10]");
  }

  // The published error is 8.27 % on all 10,000 test images, which this network has too; of the
  // first 1,000, 91.5 % are right. Statistics of batches of 100 cost some points.
  @ParameterizedTest
  @CsvSource({"RUNNING,91.5,0.2", "BATCH,87.5,1"})
  void thePublishedCheckpointClassifiesCifar10(
      BatchStatistics statistics, double percent, double tolerance) throws IOException {
    ResNet20 network = new ResNet20(manager, PublishedTeacher.tensors());
    CifarImages images =
        CifarImages.read(RealData.file("cifar10/cifar-10-binary.tar.gz"), "test_batch.bin");
    int right = 0;
    for (int first = 0; first < 1000; first += 100) {
      right += right(network, images, first, statistics);
    }
    assertThat(right / 10.0).isCloseTo(percent, within(tolerance));
  }

  private int right(ResNet20 network, CifarImages images, int first, BatchStatistics statistics) {
    float[] mean = {0.485f, 0.456f, 0.406f};
    float[] deviation = {0.229f, 0.224f, 0.225f};
    byte[] bytes = new byte[100 * 3072];
    float[] pixels = new float[bytes.length];
    for (int i = 0; i < 100; i++) {
      images.pixels(first + i, bytes, i * 3072);
    }
    for (int i = 0; i < pixels.length; i++) {
      int channel = i / 1024 % 3;
      pixels[i] = ((bytes[i] & 0xff) / 255f - mean[channel]) / deviation[channel];
    }
    try (NDManager step = manager.newSubManager()) {
      NDArray logits =
          forward(network, step.create(pixels, new Shape(100, 3, 32, 32)), statistics).logits();
      long[] guesses = logits.argMax(1).toLongArray();
      int right = 0;
      for (int i = 0; i < 100; i++) {
        right += guesses[i] == images.label(first + i) ? 1 : 0;
      }
      return right;
    }
  }

  private Features forward(ResNet20 network, NDArray images, BatchStatistics statistics) {
    return session.withoutGradients(() -> network.forward(images, statistics));
  }

  private static List<NamedTensor> drawn() {
    List<NamedTensor> tensors = new ArrayList<>();
    RandomGenerator random = Networks.random(4);
    conv(tensors, "conv1", "bn1", 3, 16, random);
    for (int stage = 0; stage < 3; stage++) {
      int to = 16 << stage;
      for (int block = 0; block < 3; block++) {
        String name = "layer" + (stage + 1) + "." + block;
        int from = block == 0 && stage > 0 ? to / 2 : to;
        conv(tensors, name + ".conv1", name + ".bn1", from, to, random);
        conv(tensors, name + ".conv2", name + ".bn2", to, to, random);
      }
    }
    add(tensors, "linear.weight", random, 10, 64);
    add(tensors, "linear.bias", random, 10);
    return tensors;
  }

  private static void conv(
      List<NamedTensor> tensors,
      String conv,
      String norm,
      int from,
      int to,
      RandomGenerator random) {
    add(tensors, conv + ".weight", random, to, from, 3, 3);
    for (String part : List.of("weight", "bias", "running_mean", "running_var")) {
      add(tensors, norm + "." + part, random, to);
    }
  }

  private static void add(
      List<NamedTensor> tensors, String name, RandomGenerator random, Integer... shape) {
    List<Integer> lengths = List.of(shape);
    int size = lengths.stream().reduce(1, (a, b) -> a * b);
    tensors.add(new NamedTensor(name, lengths, Networks.floats(size, random)));
  }
}
