package org.nasbench4j.space.oneshot1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.nb101.ModuleKey;
import org.nasbench4j.space.nb101.Nb101Module;

class OneShotSpaceTest {
  private static final String C3 = "conv3x3-bn-relu";
  private static final String C1 = "conv1x1-bn-relu";
  private static final String MP = "maxpool3x3";

  private final Random random = new Random(1);

  // Recomputed with the published hash; the paper's own numbers mix two ways of counting.
  @ParameterizedTest
  @CsvSource({
    "SPACE_1,180,14580,2685",
    "SPACE_2,360,29160,7773",
    "SPACE_3,5400,1312200,55854",
  })
  void hasTheKnownNumbersOfCellsAndModules(
      OneShotLayout layout, int topologies, long cells, long modules) {
    OneShotSpace space = new OneShotSpace(layout);
    assertThat(layout.topologies()).isEqualTo(topologies);
    assertThat(space.size()).isEqualTo(cells);
    assertThat(
            space
                .cells()
                .parallel()
                .map(cell -> cell.module().pruned())
                .distinct()
                .mapToLong(ModuleKey::of)
                .distinct())
        .hasSize((int) modules);
  }

  // Hashes by the published algorithm, of modules by the published mapping.
  @Test
  void cellsAreTheModulesOfThePublishedMapping() {
    OneShotSpace one = new OneShotSpace(OneShotLayout.SPACE_1);
    assertThat(one.parse("0-01-12-23-34:" + String.join(",", C3, C1, MP, C3)).canonical())
        .isEqualTo("1df5cb518920f14cfbbd45a31d1c6876");
    OneShotCell loose = one.parse("0-01-01-01-01:" + String.join(",", C3, C1, MP, C3));
    assertThat(loose.canonical()).isEqualTo("d32d0b26d534203b48d866facd98cc3e");
    assertThat(loose.module().pruned().vertices()).isEqualTo(3);
    assertThat(loose.module().pruned().edges()).isEqualTo(3);
    assertThat(
            new OneShotSpace(OneShotLayout.SPACE_2)
                .parse("0-1-12-03-134:" + String.join(",", C3, C3, C1, MP))
                .canonical())
        .isEqualTo("774833ceb4f5728fba6262086acab0f9");
    assertThat(
            new OneShotSpace(OneShotLayout.SPACE_3)
                .parse("0-1-2-03-14-35:" + String.join(",", C3, C3, C3, C1, MP))
                .canonical())
        .isEqualTo("1ba09de18626174136d14e170e18e8a1");
  }

  @Test
  void fourBlocksAreWrittenWithAnUnusedVertexBeforeTheOutput() {
    OneShotCell cell =
        new OneShotSpace(OneShotLayout.SPACE_1)
            .parse("0-01-12-23-34:" + String.join(",", C3, C3, MP, MP));
    Nb101Module module = cell.module();
    assertThat(module.operations()).containsExactly("input", C3, C3, MP, MP, C1, "output");
    assertThat(module.predecessors(5)).isZero();
    assertThat(module.successors(5)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void cellsAreReadEncodedAndVaried(OneShotLayout layout) {
    OneShotSpace space = new OneShotSpace(layout);
    for (int i = 0; i < 300; i++) {
      OneShotCell cell = space.sample(random);
      assertThat(space.parse(cell.text())).isEqualTo(cell).hasSameHashCodeAs(cell);
      assertThat(space.decode(space.encode(cell))).isEqualTo(cell);
      assertThat(cell.module().pruned().edges()).isLessThanOrEqualTo(9);
      assertThat(space.neighbours(cell)).contains(space.mutate(cell, random));
    }
  }

  @ParameterizedTest
  @EnumSource
  void neighboursDifferInOneOperationOrOneEdge(OneShotLayout layout) {
    OneShotSpace space = new OneShotSpace(layout);
    OneShotCell cell = space.sample(random);
    int[] choices = space.encode(cell);
    List<Architecture> neighbours = space.neighbours(cell);
    assertThat(new HashSet<>(neighbours)).hasSameSizeAs(neighbours).doesNotContain(cell);
    assertThat(neighbours)
        .allSatisfy(
            neighbour -> {
              int[] other = space.encode(neighbour);
              assertThat(IntStream.range(0, choices.length).filter(i -> choices[i] != other[i]))
                  .hasSize(1);
            });
  }

  @Test
  void operationsAndEdgesChangeEquallyOften() {
    OneShotSpace space = new OneShotSpace(OneShotLayout.SPACE_2);
    OneShotCell cell = space.sample(random);
    int[] choices = space.encode(cell);
    int operations = 0;
    for (int i = 0; i < 4_000; i++) {
      int[] child = space.encode(space.mutate(cell, random));
      operations += IntStream.range(0, 4).anyMatch(at -> child[at] != choices[at]) ? 1 : 0;
    }
    assertThat(operations / 4_000.0).isCloseTo(0.5, within(0.03));
  }

  @Test
  void cellsComeInTheOrderOfDecisions() {
    OneShotSpace space = new OneShotSpace(OneShotLayout.SPACE_1);
    assertThat(space.cells().map(OneShotCell::text).limit(2))
        .containsExactly(
            "0-01-01-01-01:" + String.join(",", C3, C3, C3, C3),
            "0-01-01-01-02:" + String.join(",", C3, C3, C3, C3));
  }

  @Test
  void continuousWeightsStandForTheGreatest() {
    OneShotSpace space = new OneShotSpace(OneShotLayout.SPACE_1);
    List<double[]> operations =
        List.of(
            new double[] {0.1, 0.3, 0.2},
            new double[] {0.5, 0.1, 0.2},
            new double[] {-1, -2, 3},
            new double[] {1, 1, 1});
    List<double[]> parents =
        List.of(
            new double[] {0.1, 0.2, 0.3},
            new double[] {0.4, 0.1, 0.1, 0.1},
            new double[] {0, 0, 0, 1, 2});
    assertThat(space.discretise(operations, parents).text())
        .isEqualTo("0-01-12-01-34:" + String.join(",", C1, C3, MP, C3));
  }

  @Test
  void wrongWeightsAreRefused() {
    OneShotSpace space = new OneShotSpace(OneShotLayout.SPACE_1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.discretise(List.of(), List.of()))
        .withMessageContaining("operation weights of oneshot1-1 are 0; there must be 4");
    double[] none = {Double.NaN, 0, 0};
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                space.discretise(
                    List.of(none, none, none, none),
                    List.of(new double[3], new double[4], new double[5])))
        .withMessageContaining("NaN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0-01-12-23-34 | not a cell of oneshot1-1",
        "0-01-12-23-34:maxpool3x3 | 4 operations and 5 sets of parents, not 1 and 5",
        "0-01-12-23-34:a,a,a,a | operation (a)",
        "0-01-12-2-34:maxpool3x3,maxpool3x3,maxpool3x3,maxpool3x3 | Node 4 of a cell of oneshot1-1",
        "0-01-12-24-34:maxpool3x3,maxpool3x3,maxpool3x3,maxpool3x3 | 2 of the parents 0 to 3, not (24)",
      })
  void whatIsWrongIsNamed(String text, String fault) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OneShotSpace(OneShotLayout.SPACE_1).parse(text))
        .withMessageContaining(fault);
  }

  @Test
  void cellsOfOtherSpacesAreRefused() {
    OneShotCell cell = new OneShotSpace(OneShotLayout.SPACE_2).sample(random);
    OneShotSpace other = new OneShotSpace(OneShotLayout.SPACE_1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.encode(cell))
        .withMessageContaining("not of the space oneshot1-1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.decode(new int[3]))
        .withMessageContaining("must be 7");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.decode(new int[] {0, 0, 0, 0, 3, 0, 0}))
        .withMessageContaining("(3) of the parents of node 3")
        .withMessageContaining("0 to 2");
  }
}
