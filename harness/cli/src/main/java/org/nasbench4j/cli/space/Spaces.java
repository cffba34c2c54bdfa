package org.nasbench4j.cli.space;

import java.util.List;
import java.util.stream.Stream;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.space.nb101.Nb101Space;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.oneshot1.OneShotLayout;
import org.nasbench4j.space.oneshot1.OneShotSpace;
import org.nasbench4j.space.size.SizeSpace;
import org.nasbench4j.word.Words;

/** The search spaces by name. */
final class Spaces {
  static final String NAMES = "nb201, nb101, oneshot1-1, oneshot1-2, oneshot1-3, nats-sss";

  private Spaces() {}

  static List<SearchSpace> all() {
    return Stream.of(
            Stream.of(new Nb201Space(), new Nb101Space()),
            Stream.of(OneShotLayout.values()).map(OneShotSpace::new),
            Stream.of(new SizeSpace()))
        .<SearchSpace>flatMap(spaces -> spaces)
        .toList();
  }

  static SearchSpace get(String id) {
    return Words.of("space", all(), SearchSpace::id).choose(id);
  }
}
