package org.nasbench4j.cli.supernet;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nasbench4j.neural.supernet.space.Nb201SupernetSpace;
import org.nasbench4j.neural.supernet.space.OneShotSupernetSpace;
import org.nasbench4j.neural.supernet.space.SupernetSpace;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.oneshot1.OneShotLayout;

/** The spaces that supernets learn, by name. */
final class LearnedSpaces {
  private static final int SHOWN = 30;

  private LearnedSpaces() {}

  private static List<SupernetSpace> all() {
    return Stream.concat(
            Stream.of(new Nb201SupernetSpace(new Nb201Space())),
            Stream.of(OneShotLayout.values()).map(OneShotSupernetSpace::new))
        .map(SupernetSpace.class::cast)
        .toList();
  }

  /**
   * A space.
   *
   * @throws IllegalArgumentException if no supernet learns it
   */
  static SupernetSpace get(String id) {
    return all().stream()
        .filter(space -> space.space().id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The space (%s) has no supernet. Use one of %s.".formatted(id, ids())));
  }

  private static String ids() {
    return all().stream().map(space -> space.space().id()).collect(Collectors.joining(", "));
  }

  /** A few characters that say which architecture it is: six digits, or the nodes' parents. */
  static String shortened(SupernetSpace space, String text) {
    Architecture architecture = space.space().parse(text);
    if (architecture instanceof Nb201Cell cell) {
      return cell.digits();
    }
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
