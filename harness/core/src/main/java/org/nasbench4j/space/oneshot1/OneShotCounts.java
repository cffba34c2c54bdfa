package org.nasbench4j.space.oneshot1;

import java.util.List;
import java.util.stream.Stream;
import org.nasbench4j.space.nb101.ModuleKey;

/**
 * How many architectures a search space has, by every way of counting that is in use.
 *
 * <p>The published numbers of architectures mix two of them: {@link #feeding} in search spaces 1
 * and 3, {@link #written} in search space 2.
 *
 * @param written every choice of parents with every choice of operations: what is searched
 * @param feeding operations are counted only on blocks that feed another node or the output
 * @param complete topologies in which every block has a path to the output
 * @param pruned what is left without loose ends, blocks numbered anew
 * @param generated what the published code makes "without loose ends": a part of {@code pruned}
 * @param generatedModules the modules of NAS-Bench-101 among the latter
 * @param modules the modules of NAS-Bench-101 in the whole space
 */
public record OneShotCounts(
    Count written,
    Count feeding,
    Count complete,
    Count pruned,
    Count generated,
    long generatedModules,
    long modules) {

  /**
   * One way of counting.
   *
   * @param topologies the choices of parents
   * @param architectures with operations
   */
  public record Count(long topologies, long architectures) {}

  /**
   * Counts, by enumeration: less than a second.
   *
   * @param layout the search space
   * @return all counts
   */
  public static OneShotCounts of(OneShotLayout layout) {
    List<Topology> all = Topology.all(layout);
    List<Topology> complete = all.stream().filter(topology -> !topology.hasLooseEnds()).toList();
    List<Topology> pruned = OneShotModules.prunedApart(all);
    List<Topology> generated = PublishedGenerator.topologies(layout);
    return new OneShotCounts(
        new Count(all.size(), all.size() * Topology.labellings(layout.blocks())),
        new Count(all.size(), sum(all.stream().map(Topology::feeding))),
        new Count(complete.size(), complete.size() * Topology.labellings(layout.blocks())),
        new Count(pruned.size(), sum(pruned.stream().map(Topology::live))),
        new Count(generated.size(), sum(generated.stream().map(Topology::live))),
        modules(generated),
        modules(pruned));
  }

  private static long sum(Stream<Integer> blocks) {
    return blocks.mapToLong(bits -> Topology.labellings(Integer.bitCount(bits))).sum();
  }

  private static long modules(List<Topology> topologies) {
    return topologies.stream()
        .flatMap(Topology::cells)
        .mapToLong(cell -> ModuleKey.of(cell.module()))
        .distinct()
        .count();
  }
}
