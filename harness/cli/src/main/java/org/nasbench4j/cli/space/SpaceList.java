package org.nasbench4j.cli.space;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.IndexedSpace;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.space.nb101.ModuleKey;
import org.nasbench4j.space.nb101.Nb101Enumeration;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.space.nb201.Nb201Classes;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.oneshot1.OneShotCell;
import org.nasbench4j.space.oneshot1.OneShotModules;
import org.nasbench4j.space.oneshot1.OneShotSpace;
import org.nasbench4j.space.size.SizeSpace;

/**
 * The architectures of a space in a fixed order.
 *
 * @param size how many there are
 * @param architectures makes a new stream of them
 * @param className names the class of one; thread-safe
 */
record SpaceList(
    long size,
    Supplier<Stream<? extends Architecture>> architectures,
    Function<Architecture, String> className) {

  /** What is listed. */
  enum Scope {
    /** Every architecture as written; of NAS-Bench-101 every distinct module. */
    ALL,
    /** One architecture of each class. */
    CLASSES
  }

  static SpaceList of(SearchSpace space, Scope scope) {
    if (space instanceof Nb201Space cells) {
      return nb201(cells, scope);
    }
    if (space instanceof SizeSpace networks) {
      return indexed(networks);
    }
    return space instanceof OneShotSpace cells ? oneShot(cells, scope) : nb101();
  }

  private static SpaceList nb101() {
    Nb101Enumeration modules = new Nb101Enumeration(Nb101Module.MAX_VERTICES);
    return new SpaceList(modules.count(), modules::modules, Architecture::canonical);
  }

  private static SpaceList nb201(Nb201Space space, Scope scope) {
    if (scope == Scope.ALL) {
      return indexed(space);
    }
    Nb201Classes classes = new Nb201Classes(space);
    return new SpaceList(
        classes.count(),
        () -> IntStream.range(0, classes.count()).mapToObj(classes::representative),
        Architecture::canonical);
  }

  private static SpaceList indexed(IndexedSpace space) {
    return new SpaceList(
        space.size(),
        () -> IntStream.range(0, (int) space.size()).mapToObj(space::architecture),
        Architecture::canonical);
  }

  private static SpaceList oneShot(OneShotSpace space, Scope scope) {
    if (scope == Scope.CLASSES) {
      var cells = OneShotModules.cells(space.layout());
      return new SpaceList(cells.size(), cells::stream, Architecture::canonical);
    }
    // Each module is many cells, and its hash is dear.
    Map<Long, String> hashes = new ConcurrentHashMap<>();
    return new SpaceList(
        space.size(),
        space::cells,
        cell -> {
          Nb101Module module = ((OneShotCell) cell).module();
          return hashes.computeIfAbsent(ModuleKey.of(module), any -> module.canonical());
        });
  }
}
