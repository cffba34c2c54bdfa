package org.nasbench4j.cli.space;

import java.util.List;
import org.nasbench4j.cli.space.SpaceSheet.Count;
import org.nasbench4j.space.oneshot1.OneShotCounts;
import org.nasbench4j.space.oneshot1.OneShotLayout;

/** The counts of NAS-Bench-1Shot1 beside those that were published. */
final class OneShotSheet {
  static final List<String> NOTES =
      List.of(
          "The published numbers of architectures, 6,240, 29,160 and 363,648, mix two ways of"
              + " counting: those of search spaces 1 and 3 count operations only on blocks that feed"
              + " another node, that of search space 2 counts them on all blocks.",
          "Searches draw from all choices, loose ends included; a module may be drawn as many cells.",
          "The published numbers without loose ends (2,487, 3,609, 24,066) are those of the published"
              + " generator, which follows one parent at a time and so never finds cells with branches"
              + " that must be completed apart: a minimum over its cells is no minimum over the"
              + " space.");

  private OneShotSheet() {}

  static List<Count> counts(OneShotLayout layout) {
    OneShotCounts counts = OneShotCounts.of(layout);
    return List.of(
        Count.of("topologies: choices of all parents", counts.written().topologies()),
        written(layout, counts.written().architectures()),
        feeding(layout, counts.feeding().architectures()),
        Count.of("topologies without any loose end", counts.complete().topologies()),
        Count.of("cells without any loose end", counts.complete().architectures()),
        Count.of("topologies once loose ends are pruned", counts.pruned().topologies()),
        Count.of("cells once loose ends are pruned", counts.pruned().architectures()),
        Count.of("topologies of the generator without loose ends", counts.generated().topologies()),
        Count.of(
            "cells of the generator without loose ends",
            counts.generated().architectures(),
            withoutLooseEnds(layout)),
        Count.of("distinct modules among these", counts.generatedModules()),
        Count.of("distinct modules: the rows of a table", counts.modules()));
  }

  private static Count written(OneShotLayout layout, long number) {
    String what = "cells: parents and operations of all blocks";
    return layout == OneShotLayout.SPACE_2
        ? Count.of(what, number, 29_160)
        : Count.of(what, number);
  }

  private static Count feeding(OneShotLayout layout, long number) {
    String what = "cells with operations only where a block feeds one";
    return switch (layout) {
      case SPACE_1 -> Count.of(what, number, 6_240);
      case SPACE_2 -> Count.of(what, number);
      case SPACE_3 -> Count.of(what, number, 363_648);
    };
  }

  private static long withoutLooseEnds(OneShotLayout layout) {
    return switch (layout) {
      case SPACE_1 -> 2_487;
      case SPACE_2 -> 3_609;
      case SPACE_3 -> 24_066;
    };
  }
}
