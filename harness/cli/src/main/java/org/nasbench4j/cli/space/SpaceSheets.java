package org.nasbench4j.cli.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nasbench4j.cli.space.SpaceSheet.Count;
import org.nasbench4j.cli.space.SpaceSheet.Decision;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.space.nb101.Nb101Enumeration;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.space.nb101.Nb101Space;
import org.nasbench4j.space.nb101.VertexOperation;
import org.nasbench4j.space.nb201.FunctionClasses;
import org.nasbench4j.space.nb201.Nb201Classes;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.nb201.Operation;
import org.nasbench4j.space.oneshot1.OneShotLayout;
import org.nasbench4j.space.oneshot1.OneShotSpace;
import org.nasbench4j.space.size.SizeNetwork;
import org.nasbench4j.space.size.SizeSpace;

/** Describes the search spaces, with counts that are counted here and now. */
final class SpaceSheets {
  private static final List<String> EDGES = List.of("1<-0", "2<-0", "2<-1", "3<-0", "3<-1", "3<-2");

  /** Every combination of 21 edges and five operations, valid or not. */
  private static final long WRITTEN_NB101 = (1L << 21) * 243;

  private SpaceSheets() {}

  static SpaceSheet of(SearchSpace space) {
    if (space instanceof OneShotSpace cells) {
      return oneShot(cells);
    }
    if (space instanceof SizeSpace networks) {
      return sizes(networks);
    }
    return space instanceof Nb201Space cells ? nb201(cells) : nb101((Nb101Space) space);
  }

  private static SpaceSheet nb201(Nb201Space space) {
    List<String> operations = Arrays.stream(Operation.values()).map(Operation::id).toList();
    return new SpaceSheet(
        space.id(),
        "cells of NAS-Bench-201, the topology space of NATS-Bench (Dong and Yang, ICLR 2020)",
        space.architecture(0).text() + ", or six digits, as in 421211",
        "uniformly over all cells",
        EDGES.stream()
            .map(edge -> new Decision("operation of edge " + edge, 1, operations))
            .toList(),
        List.of(
            Count.of("cells as written: the rows of a table", space.size(), 15_625),
            Count.of(
                "classes of the official unique string", new Nb201Classes(space).count(), 6_466),
            Count.of("functions with equally many weights", new FunctionClasses(space).count())),
        List.of(
            "The unique string does not find every isomorphism: 6,466 is the benchmark's number, not"
                + " that of different networks."));
  }

  private static SpaceSheet sizes(SizeSpace space) {
    List<String> widths =
        IntStream.rangeClosed(1, SizeNetwork.WIDTHS)
            .mapToObj(step -> String.valueOf(step * SizeNetwork.NARROWEST))
            .toList();
    return new SpaceSheet(
        space.id(),
        "networks of NATS-Bench's size space (Dong, Liu, Musial and Gabrys, TPAMI 2021): one cell"
            + " in five widths",
        space.architecture(11).text() + " (channels of each stage)",
        "uniformly over all networks",
        List.of(new Decision("channels of a stage", SizeNetwork.STAGES, widths)),
        List.of(Count.of("networks as written: the rows of a table", space.size(), 32_768)),
        List.of(
            "Official indices are lexicographic: 0 is 8:8:8:8:8, 32767 is 64:64:64:64:64. Every network"
                + " is a class of its own.",
            "A network has 35 neighbours: any other width in one stage, as the published evolution"
                + " changes one."));
  }

  private static SpaceSheet nb101(Nb101Space space) {
    List<Count> counts = new ArrayList<>();
    counts.add(Count.of("combinations of 21 edges and 5 operations", WRITTEN_NB101));
    counts.add(Count.of("of these valid modules", space.size()));
    for (int vertices = 2; vertices < Nb101Module.MAX_VERTICES; vertices++) {
      counts.add(
          Count.of(
              "distinct modules of up to %d vertices".formatted(vertices),
              new Nb101Enumeration(vertices).count()));
    }
    counts.add(
        Count.of(
            "distinct modules: the rows of a table",
            new Nb101Enumeration(Nb101Module.MAX_VERTICES).count(),
            423_624));
    return new SpaceSheet(
        space.id(),
        "modules of NAS-Bench-101 (Ying et al., ICML 2019): up to 7 vertices and, once pruned, 9"
            + " edges",
        "010001000:input,maxpool3x3,output (matrix row by row, operations)",
        "each edge with probability 1/2, operations uniformly, again until the module is valid",
        List.of(
            new Decision("edge between two of seven vertices", 21, List.of("absent", "present")),
            new Decision("operation of an interior vertex", 5, operations())),
        counts,
        List.of(
            "Modules are distinct if their hashes differ: vertices on no path are pruned, and the"
                + " numbering does not matter.",
            "Drawing is uniform over valid combinations and not over distinct modules."));
  }

  private static List<String> operations() {
    return Arrays.stream(VertexOperation.values()).map(VertexOperation::id).toList();
  }

  private static SpaceSheet oneShot(OneShotSpace space) {
    OneShotLayout layout = space.layout();
    String number = space.id().substring(space.id().length() - 1);
    return new SpaceSheet(
        space.id(),
        "cells of NAS-Bench-1Shot1, search space %s (Zela et al., ICLR 2020), looked up as"
                .formatted(number)
            + " modules of NAS-Bench-101",
        space.cells().findFirst().orElseThrow().text() + " (parents of each node, operations)",
        "uniformly over parents and operations, loose ends included",
        decisions(layout),
        OneShotSheet.counts(layout),
        OneShotSheet.NOTES);
  }

  private static List<Decision> decisions(OneShotLayout layout) {
    List<Decision> decisions = new ArrayList<>();
    decisions.add(new Decision("operation of a choice block", layout.blocks(), operations()));
    for (int node = 1; node <= layout.output(); node++) {
      List<String> sets = layout.parentSets(node).stream().map(SpaceSheets::digits).toList();
      String name = node == layout.output() ? "the output" : "block " + node;
      decisions.add(new Decision("parents of " + name, 1, sets));
    }
    return decisions;
  }

  private static String digits(int set) {
    return IntStream.range(0, Integer.SIZE)
        .filter(bit -> ((set >>> bit) & 1) == 1)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining());
  }
}
