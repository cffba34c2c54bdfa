package org.nasbench4j.neural.supernet.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.neural.TestEngine;
import org.nasbench4j.neural.engine.EngineSession;
import org.nasbench4j.neural.network.BatchStatistics;
import org.nasbench4j.neural.network.Nb201Network;
import org.nasbench4j.neural.network.Parameter;
import org.nasbench4j.neural.network.Weights;
import org.nasbench4j.random.DerivedRandom;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.nb201.NetworkShape;

class Nb201SupernetTest {
  private static final int EDGES = 6;
  private static final int OPERATIONS = 5;
  private static final Map<Character, String> CONVOLUTIONS = Map.of('2', "1x1", '3', "3x3");

  private final EngineSession session = TestEngine.session();
  private final Nb201SupernetSpace space = new Nb201SupernetSpace(new Nb201Space());

  private static RandomGenerator random(String name) {
    return DerivedRandom.of(1, name);
  }

  private static Weights weights(NDManager manager) {
    return new Weights(manager, Doubles.VARIANT, random("weights"));
  }

  private static NDArray oneHot(NDManager manager, String digits) {
    double[] weights = new double[EDGES * OPERATIONS];
    for (int edge = 0; edge < EDGES; edge++) {
      weights[edge * OPERATIONS + digits.charAt(edge) - '0'] = 1;
    }
    return manager.create(weights, new Shape(EDGES, OPERATIONS));
  }

  // Biases make no difference: the normalisation by the batch takes them away.
  @ParameterizedTest
  @ValueSource(strings = {"333333", "222222", "234321", "413202", "041230", "130243", "111444"})
  void withOneOperationOnEachEdgeItIsTheStandAloneNetwork(String digits) {
    try (NDManager manager = session.newManager()) {
      Supernet supernet = Doubles.nb201(manager, new SupernetShape(2, 2, 3), 3);
      Nb201Network alone =
          Nb201Network.of(
              manager,
              new Nb201Space().parse(digits),
              new NetworkShape(2, 2, 3, 7),
              3,
              random("other"),
              Doubles.VARIANT);
      copyWeights(supernet, alone, digits);
      NDArray images = Doubles.images(manager, 4, 3, 7);
      double[] logits = supernet.logits(images, List.of(oneHot(manager, digits))).toDoubleArray();
      double[] expected = alone.forward(images, BatchStatistics.BATCH).logits().toDoubleArray();
      assertThat(logits).containsExactly(expected, within(1e-9));
    }
  }

  private static void copyWeights(Supernet from, Nb201Network to, String digits) {
    for (Parameter parameter : to.parameters()) {
      String name = parameter.name();
      int at = name.indexOf(".edge");
      if (at < 0) {
        parameter.value().set(value(from, name));
      } else if (name.endsWith(".conv.weight")) {
        int node = name.charAt(at + 5) - '0';
        int source = name.charAt(at + 6) - '0';
        String kind = CONVOLUTIONS.get(digits.charAt(Nb201Cell.edge(node, source)));
        String fan = name.substring(0, at) + ".from" + source + ".conv" + kind + ".weight";
        int count = Math.toIntExact(parameter.value().size());
        int first = (node - source - 1) * count;
        parameter.value().set(Arrays.copyOfRange(value(from, fan), first, first + count));
      }
    }
  }

  private static double[] value(Supernet supernet, String name) {
    return supernet.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value()
        .toDoubleArray();
  }

  @Test
  void aNodeIsTheSumOfAllOperationsOnAllEdgesTimesTheirShares() {
    try (NDManager manager = session.newManager()) {
      MixedCell cell = new MixedCell(weights(manager), "cell", 2);
      NDArray input = Doubles.images(manager, 3, 2, 5);
      double[] shares = new double[EDGES * OPERATIONS];
      for (int i = 0; i < shares.length; i++) {
        shares[i] = (1 + i * 7 % 11) / 30.0;
      }
      double[] sum = new double[3 * 2 * 5 * 5];
      // Node 3 is linear in the shares of its edges.
      for (int i = 3 * OPERATIONS; i < shares.length; i++) {
        double[] single = shares.clone();
        Arrays.fill(single, 3 * OPERATIONS, shares.length, 0);
        single[i] = 1;
        double[] term = cell.forward(input, shares(manager, single)).toDoubleArray();
        for (int j = 0; j < sum.length; j++) {
          sum[j] += shares[i] * term[j];
        }
      }
      assertThat(cell.forward(input, shares(manager, shares)).toDoubleArray())
          .containsExactly(sum, within(1e-9));
    }
  }

  private static Shares shares(NDManager manager, double[] shares) {
    NDArray mixture = manager.create(shares);
    return new Shares.Places(manager, 2).of(mixture, mixture.split(shares.length));
  }

  @Test
  void gradientsReachEveryLogitThatOfNoneIncluded() {
    try (NDManager manager = session.newManager()) {
      Supernet supernet = Doubles.nb201(manager, new SupernetShape(2, 1, 3), 1);
      NDArray logits = Doubles.images(manager, 1, 1, EDGES, OPERATIONS).reshape(EDGES, OPERATIONS);
      NDArray leaf = logits.duplicate();
      leaf.setRequiresGradient(true);
      NDArray images = Doubles.images(manager, 5, 1, 6);
      Doubles.checkAllGradients(
          session,
          new Parameter("logits", leaf),
          () -> supernet.logits(images, List.of(leaf.softmax(1))).square().mean());
    }
  }

  // 27C+2C, and so on: as the stand-alone network, but both convolutions with bias on every edge
  // and no scale and shift there.
  @Test
  void itHasTheParametersOfAllOperations() {
    try (NDManager manager = session.newManager()) {
      Supernet supernet = space.build(manager, new SupernetShape(4, 1, 10), 3, random("weights"));
      long stem = 27 * 4 + 2 * 4;
      long cells = 0;
      for (long c : new long[] {4, 8, 16}) {
        cells += EDGES * (9 * c * c + c + c * c + c);
      }
      long reductions = 0;
      for (long c : new long[] {8, 16}) {
        reductions += 9 * c / 2 * c + 2 * c + 9 * c * c + 2 * c + c / 2 * c;
      }
      long head = 2 * 16 + 16 * 10 + 10;
      assertThat(supernet.parameters().stream().mapToLong(p -> p.value().size()).sum())
          .isEqualTo(stem + cells + reductions + head);
      assertThat(supernet.parameters()).extracting(Parameter::name).doesNotHaveDuplicates();
    }
  }

  @Test
  void imagesOfOtherChannelsAreRefused() {
    try (NDManager manager = session.newManager()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> space.build(manager, new SupernetShape(2, 1, 3), 2, random("weights")))
          .withMessageContaining("channels (2)");
    }
  }

  @Test
  void theHighestLogitOfEachEdgeIsItsOperation() {
    double[][] logits = new double[EDGES][OPERATIONS];
    String digits = "301423";
    for (int edge = 0; edge < EDGES; edge++) {
      logits[edge][digits.charAt(edge) - '0'] = 0.5;
    }
    assertThat(space.derive(Collections.singletonList(logits)).digits()).isEqualTo(digits);
  }

  @Test
  void ofEqualLogitsTheFirstThatIsNotNoneWins() {
    double[][] logits = new double[EDGES][OPERATIONS];
    logits[1] = new double[] {2, 0, 2, 2, 1};
    logits[2] = new double[] {2, 1, 1, 1, 1};
    assertThat(space.derive(Collections.singletonList(logits)).digits()).isEqualTo("120111");
  }
}
