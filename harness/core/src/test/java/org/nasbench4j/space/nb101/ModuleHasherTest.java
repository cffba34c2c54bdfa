package org.nasbench4j.space.nb101;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nasbench4j.space.nb101.Modules.C1;
import static org.nasbench4j.space.nb101.Modules.C3;
import static org.nasbench4j.space.nb101.Modules.MP;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModuleHasherTest {
  private final ModuleHasher hasher = new ModuleHasher();

  // The values of the published code.
  @Test
  void hashesAreThePublishedOnes() {
    assertThat(hasher.hash(Modules.of("0-1"))).isEqualTo("043721b9c7fe8c5fad811d47d83132ec");
    assertThat(hasher.hash(Modules.of("0-1,1-2", C3)))
        .isEqualTo("b49ac8c578b4561d79ac7087988f1c61");
    assertThat(hasher.hash(Modules.of("0-1,1-2", C1)))
        .isEqualTo("d1269d9156ddc027c40473008192958a");
    assertThat(hasher.hash(Modules.of("0-1,1-2", MP)))
        .isEqualTo("53cee42601ad14d661bb6878031d6acb");
  }

  // A genuine record of the published table.
  @Test
  void aRecordHasItsHash() {
    Nb101Module module = Modules.of("0-1,0-3,1-2,1-3,1-4,2-3,3-6,4-5,5-6", C3, C1, C1, C3, C1);
    assertThat(hasher.hash(module)).isEqualTo("ff92c322c5d9d3d587d9c146a63d0807");
    assertThat(module.canonical()).isEqualTo("ff92c322c5d9d3d587d9c146a63d0807");
  }

  // The example of the benchmark's README.
  @Test
  void theInceptionLikeModuleHasItsHash() {
    Nb101Module module = Modules.of("0-1,0-2,0-3,0-5,1-6,2-6,3-4,4-6,5-6", C1, C3, C3, C3, MP);
    assertThat(hasher.hash(module)).isEqualTo("28cfc7874f6d200472e1a9dcd8650aa0");
  }

  // 1Shot1 modules, with unused vertices and the inserted vertex 5.
  @Test
  void prunedVerticesDoNotCount() {
    assertThat(hasher.hash(Modules.of("0-1,0-2,1-2,1-3,2-3,2-4,3-4,3-6,4-6", C3, C1, MP, C3, C1)))
        .isEqualTo("1df5cb518920f14cfbbd45a31d1c6876");
    assertThat(hasher.hash(Modules.of("0-1,0-2,1-2,0-3,1-3,0-4,1-4,0-6,1-6", C3, C1, MP, C3, C1)))
        .isEqualTo("d32d0b26d534203b48d866facd98cc3e");
  }

  @Test
  void renumberingsHaveOneHashAndOneKey() {
    Random random = new Random(1);
    List<Nb101Module> modules = new Nb101Enumeration(6).modules().toList();
    for (int i = 0; i < 300; i++) {
      Nb101Module module = modules.get(random.nextInt(modules.size()));
      Nb101Module other = renumbered(module, random);
      assertThat(hasher.hash(other)).isEqualTo(hasher.hash(module));
      assertThat(ModuleKey.of(other)).isEqualTo(ModuleKey.of(module));
    }
  }

  @Test
  void hashAndKeyTellAllModulesOfSixVerticesApart() {
    Map<String, Long> keys = new HashMap<>();
    new Nb101Enumeration(6)
        .modules()
        .forEach(module -> keys.put(hasher.hash(module), ModuleKey.of(module)));
    assertThat(keys).hasSize(64_542);
    assertThat(keys.values()).doesNotHaveDuplicates();
  }

  // The same graph with its interior vertices in another order that edges allow.
  private static Nb101Module renumbered(Nb101Module module, Random random) {
    int count = module.vertices();
    List<Integer> order = new ArrayList<>();
    while (order.size() < count) {
      List<Integer> ready = new ArrayList<>();
      for (int vertex = 0; vertex < count; vertex++) {
        if (!order.contains(vertex) && allIn(module.predecessors(vertex), order)) {
          ready.add(vertex);
        }
      }
      Collections.shuffle(ready, random);
      order.add(ready.get(0));
    }
    int[][] matrix = new int[count][count];
    List<String> operations = new ArrayList<>();
    for (int to = 0; to < count; to++) {
      operations.add(module.operations().get(order.get(to)));
      for (int from = 0; from < count; from++) {
        matrix[from][to] = module.hasEdge(order.get(from), order.get(to)) ? 1 : 0;
      }
    }
    return Nb101Module.of(matrix, operations);
  }

  private static boolean allIn(int vertices, List<Integer> order) {
    for (int vertex = 0; vertex < Nb101Module.MAX_VERTICES; vertex++) {
      if (((vertices >>> vertex) & 1) == 1 && !order.contains(vertex)) {
        return false;
      }
    }
    return true;
  }
}
