package org.nasbench4j.space.oneshot1;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nasbench4j.space.nb101.ModuleKey;

/** The modules of NAS-Bench-101 that a search space contains. */
public final class OneShotModules {
  private OneShotModules() {}

  /**
   * One cell for each module. Loose ends of these cells have the first operation.
   *
   * @param layout the search space
   * @return 2,685, 7,773 or 55,854 cells of different modules, in a fixed order
   */
  public static List<OneShotCell> cells(OneShotLayout layout) {
    Set<Long> keys = new HashSet<>();
    List<OneShotCell> cells = new ArrayList<>();
    for (Topology topology : prunedApart(Topology.all(layout))) {
      topology.cells().filter(cell -> keys.add(ModuleKey.of(cell.module()))).forEach(cells::add);
    }
    return cells;
  }

  // The first topology of each group that differs only in loose ends.
  static List<Topology> prunedApart(List<Topology> topologies) {
    Set<String> pruned = new HashSet<>();
    return topologies.stream().filter(topology -> pruned.add(topology.pruned())).toList();
  }
}
