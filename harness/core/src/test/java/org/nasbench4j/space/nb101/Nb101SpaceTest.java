package org.nasbench4j.space.nb101;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.nasbench4j.space.nb101.Modules.C1;
import static org.nasbench4j.space.nb101.Modules.C3;
import static org.nasbench4j.space.nb101.Modules.MP;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.nb201.Nb201Space;

class Nb101SpaceTest {
  private final Nb101Space space = new Nb101Space();
  private final Random random = new Random(1);

  @Test
  void sizeIsTheNumberOfValidMatricesTimesThatOfOperations() {
    long valid =
        IntStream.range(0, 1 << 21)
            .filter(edges -> ModuleCode.fits(ModuleCode.of(7, edges)))
            .count();
    assertThat(space.size()).isEqualTo(valid * 243);
    assertThat(space.id()).isEqualTo("nb101");
  }

  @Test
  void samplesAreUniformOverValidMatricesAndOperations() {
    int count = 6_000;
    int[] labels = new int[VertexOperation.COUNT];
    int edges = 0;
    for (int i = 0; i < count; i++) {
      Nb101Module module = space.sample(random);
      assertThat(module.vertices()).isEqualTo(7);
      assertThat(module.pruned().edges()).isLessThanOrEqualTo(9);
      labels[module.operation(3).label()]++;
      edges += module.edges();
    }
    for (int label : labels) {
      assertThat((double) label / count).isCloseTo(1.0 / 3, within(0.03));
    }
    double mean =
        IntStream.range(0, 1 << 21)
            .filter(bits -> ModuleCode.fits(ModuleCode.of(7, bits)))
            .map(Integer::bitCount)
            .average()
            .orElseThrow();
    assertThat((double) edges / count).isCloseTo(mean, within(0.1));
  }

  @Test
  void mutationsAreOtherModulesNearby() {
    Nb101Module parent = space.parse("010001000:input,maxpool3x3,output");
    for (int i = 0; i < 500; i++) {
      Nb101Module child = space.mutate(parent, random);
      assertThat(child).isNotEqualTo(parent);
      parent = child;
    }
  }

  // Of the interior operations one in five changes, before rejection.
  @Test
  void operationsChangeAtTheirRate() {
    Nb101Module parent = Modules.of("0-1,1-2,2-3,3-4,4-5,5-6", C3, C1, MP, C3, C1);
    int changed = 0;
    int count = 4_000;
    for (int i = 0; i < count; i++) {
      Nb101Module child = space.mutate(parent, random);
      changed += child.operation(2) == parent.operation(2) ? 0 : 1;
    }
    assertThat((double) changed / count).isBetween(0.17, 0.25);
  }

  @Test
  void neighboursDifferInOneDecision() {
    Nb101Module centre = space.sample(random);
    List<Architecture> neighbours = space.neighbours(centre);
    int[] choices = space.encode(centre);

    assertThat(new HashSet<>(neighbours)).hasSameSizeAs(neighbours).doesNotContain(centre);
    assertThat(neighbours)
        .hasSizeGreaterThanOrEqualTo(10)
        .allSatisfy(
            neighbour -> {
              int[] other = space.encode(neighbour);
              assertThat(IntStream.range(0, 26).filter(i -> other[i] != choices[i])).hasSize(1);
            });
  }

  @Test
  void decisionsAreEdgesRowByRowThenOperations() {
    assertThat(space.decisions()).hasSize(26).startsWith(2, 2).endsWith(3, 3, 3, 3, 3);
    Nb101Module module = Modules.of("0-2,1-6,2-6", C3, MP, C1, C1, C1);
    int[] choices = space.encode(module);
    assertThat(choices)
        .containsExactly(
            0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 1, 1, 1);
    assertThat(space.decode(choices)).isEqualTo(module);
  }

  @Test
  void encodingsAreInvertible() {
    for (int i = 0; i < 500; i++) {
      Nb101Module module = space.sample(random);
      assertThat(space.decode(space.encode(module))).isEqualTo(module);
    }
  }

  @Test
  void smallModulesAreEncodedWithUnusedVertices() {
    new Nb101Enumeration(5)
        .modules()
        .forEach(
            module -> {
              Nb101Module padded = space.decode(space.encode(module));
              assertThat(padded.vertices()).isEqualTo(7);
              assertThat(padded.pruned()).isEqualTo(module);
            });
  }

  @Test
  void choicesThatAreNoModuleAreNamed() {
    int[] none = new int[26];
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.decode(none))
        .withMessageContaining("no path");
    int[] all = new int[26];
    Arrays.fill(all, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.decode(all))
        .withMessageContaining("more than 9 edges");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.decode(new int[25]))
        .withMessageContaining("must be 26");
    all[25] = 3;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.decode(all))
        .withMessageContaining("Choice 25 (3)")
        .withMessageContaining("0 to 2");
  }

  @Test
  void architecturesOfOtherSpacesAreRefused() {
    Architecture cell = new Nb201Space().parse("421211");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.encode(cell))
        .withMessageContaining("not of the space nb101");
  }
}
