package org.nasbench4j.neural.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Space;

class LiveEdgesTest {

  @ParameterizedTest
  @CsvSource({
    "333333,333333",
    "000000,000000",
    "033333,030303", // node 1 is zero: what it feeds is dead
    "333300,000300", // nodes 1 and 2 lead nowhere
    "303030,300030", // 3 <- 1 only: the edge into node 2 leads nowhere
    "330000,000000",
    "200003,000000", // 3 <- 2, but nothing reaches node 2
  })
  void keepsWhatCarriesInputToOutput(String cell, String pruned) {
    assertThat(LiveEdges.pruned(Networks.cell(cell)).digits()).isEqualTo(pruned);
  }

  // rmi.md, and the NAS-Bench-201 paper: 15,284 cells have a path, 341 have none.
  @Test
  void cellsWithoutAnyPathAre341() {
    Nb201Space space = new Nb201Space();
    Nb201Cell empty = space.parse("000000");
    long dead = 0;
    for (int index = 0; index < space.size(); index++) {
      dead += LiveEdges.pruned(space.architecture(index)).equals(empty) ? 1 : 0;
    }
    assertThat(dead).isEqualTo(341);
  }
}
