package org.nasbench4j.objective;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.table.SeedChoice;

/** What a search optimises. Implementations are pure functions and thread-safe. */
public interface Objective {

  /**
   * Looks at one architecture.
   *
   * @param architecture an architecture of the objective's space
   * @return value and cost
   */
  Evaluation evaluate(Architecture architecture);

  /**
   * Looks at one architecture as a search does, where each look may draw: one of several repeated
   * trainings, for example. A pure function of the architecture and what it takes of the
   * randomness.
   *
   * @param architecture an architecture of the objective's space
   * @param random the randomness of the search's evaluations
   * @return value and cost; by default those of {@link #evaluate(Architecture)}
   */
  default Evaluation evaluate(Architecture architecture, RandomGenerator random) {
    return evaluate(architecture);
  }

  /**
   * The trainings that a look may draw.
   *
   * @return empty (the default) where nothing is drawn
   */
  default List<SeedChoice.Single> draws() {
    return List.of();
  }

  /**
   * The line of the ledger that an evaluation's seconds belong on.
   *
   * @return empty if the cost is unknown; only the number of evaluations can then be a budget
   */
  Optional<CostLine> costLine();

  /**
   * What is known of the values, for methods that compute with them.
   *
   * @return {@code UNBOUNDED} (the default) where nothing is known
   */
  default ValueScale scale() {
    return ValueScale.UNBOUNDED;
  }

  /**
   * Whether it is affordable to look at a whole space: only then are expectations over it computed.
   *
   * @return true (the default) where values are stored or counted; false where networks are
   *     trained, or values drawn
   */
  default boolean isAffordableEverywhere() {
    return true;
  }

  /**
   * What is optimised and what its seconds are made of.
   *
   * @return one line for people
   */
  String description();
}
