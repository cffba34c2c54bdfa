package org.nasbench4j.objective;

import java.util.List;
import java.util.Optional;
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
   * The trainings that a look draws from, each with equal probability.
   *
   * @return this objective alone (the default) where nothing is drawn
   */
  default List<Repeat> repeats() {
    return List.of(new Repeat(Optional.empty(), this));
  }

  /**
   * One of the trainings that a look draws from.
   *
   * @param seed its name; empty where nothing is drawn
   * @param objective what a look finds then
   */
  record Repeat(Optional<SeedChoice.Single> seed, Objective objective) {}

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
   * @return true (the default) where values are stored or counted; false where networks are trained
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
