package org.nasbench4j.neural.supernet.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasbench4j.space.nb101.VertexOperation;
import org.nasbench4j.space.oneshot1.OneShotCell;
import org.nasbench4j.space.oneshot1.OneShotLayout;

class OneShotSupernetSpaceTest extends SupernetSpaceContract {

  @Override
  SupernetSpace space() {
    return new OneShotSupernetSpace(OneShotLayout.SPACE_1);
  }

  /** In the order of the published weights. */
  private static final List<String> COLUMNS =
      List.of("maxpool3x3", "conv3x3-bn-relu", "conv1x1-bn-relu");

  // Logits whose greatest ones are those of a cell, all of different height.
  private static List<double[][]> logits(OneShotSupernetSpace space, String text) {
    OneShotCell cell = (OneShotCell) space.space().parse(text);
    double[][] operations = new double[cell.layout().blocks()][3];
    for (int block = 1; block <= operations.length; block++) {
      int column = COLUMNS.indexOf(cell.operation(block).id());
      operations[block - 1][column] = 0.1 * block;
    }
    List<Integer> nodes = cell.layout().choosingNodes();
    double[][] topology = new double[nodes.size()][cell.layout().output()];
    for (int row = 0; row < nodes.size(); row++) {
      for (int parent = 0; parent < cell.layout().output(); parent++) {
        boolean chosen = ((cell.parents(nodes.get(row)) >>> parent) & 1) == 1;
        // What a row does not use is greatest, and must not be looked at.
        topology[row][parent] = parent >= nodes.get(row) ? 9 : chosen ? 1 + parent : -1 - parent;
      }
    }
    return List.of(operations, topology);
  }

  @ParameterizedTest
  @CsvSource({
    "SPACE_1,4,5,3 4 5",
    "SPACE_2,4,5,2 3 4 5",
    "SPACE_3,5,6,2 3 4 5 6",
  })
  void mapsHaveARowForEachDecision(OneShotLayout layout, int blocks, int columns, String used) {
    List<DecisionMap> maps = new OneShotSupernetSpace(layout).maps();
    assertThat(maps).extracting(DecisionMap::name).containsExactly("operations", "topology");
    assertThat(maps.get(0).columns()).isEqualTo(3);
    assertThat(maps.get(0).used()).hasSize(blocks).containsOnly(3);
    assertThat(maps.get(1).columns()).isEqualTo(columns);
    assertThat(maps.get(1).used())
        .containsExactly(
            List.of(used.split(" ")).stream().map(Integer::valueOf).toArray(Integer[]::new));
  }

  // Hashes by the published algorithm, of modules by the published mapping.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SPACE_1|0-01-12-23-34:conv3x3-bn-relu,conv1x1-bn-relu,maxpool3x3,conv3x3-bn-relu"
            + "|1df5cb518920f14cfbbd45a31d1c6876",
        "SPACE_1|0-01-01-01-01:conv3x3-bn-relu,conv1x1-bn-relu,maxpool3x3,conv3x3-bn-relu"
            + "|d32d0b26d534203b48d866facd98cc3e",
        "SPACE_2|0-1-12-03-134:conv3x3-bn-relu,conv3x3-bn-relu,conv1x1-bn-relu,maxpool3x3"
            + "|774833ceb4f5728fba6262086acab0f9",
        "SPACE_3|0-1-2-03-14-35:conv3x3-bn-relu,conv3x3-bn-relu,conv3x3-bn-relu,conv1x1-bn-relu,"
            + "maxpool3x3|1ba09de18626174136d14e170e18e8a1",
      })
  void logitsAreTheModulesOfThePublishedMapping(OneShotLayout layout, String text, String hash) {
    OneShotSupernetSpace space = new OneShotSupernetSpace(layout);
    OneShotCell derived = space.derive(logits(space, text));
    assertThat(derived.text()).isEqualTo(text);
    assertThat(derived.canonical()).isEqualTo(hash);
  }

  @Test
  void ofEqualLogitsTheLowerColumnIsChosen() {
    OneShotSupernetSpace space = new OneShotSupernetSpace(OneShotLayout.SPACE_1);
    double[][] operations = {{0, 0, 0}, {1, 1, 1}, {0, 2, 2}, {-1, -2, -1}};
    double[][] topology = {{0, 0, 0, 0, 0}, {1, 2, 1, 1, 0}, {0, 0, 3, 0, 0}};
    OneShotCell cell = space.derive(List.of(operations, topology));
    assertThat(cell.text())
        .isEqualTo("0-01-01-01-02:maxpool3x3,maxpool3x3,conv3x3-bn-relu,maxpool3x3");
    assertThat(cell.operation(3)).isEqualTo(VertexOperation.CONV_3X3);
  }
}
