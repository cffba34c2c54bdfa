package org.nasbench4j.search;

import java.util.List;
import java.util.random.RandomGenerator;
import org.nasbench4j.space.SearchSpace;

/**
 * A search method for tests, given as a function.
 *
 * @param name the name in plans
 * @param settings the hyper-parameters
 * @param factory makes the searches
 */
public record TestProvider(String name, List<Setting> settings, Factory factory)
    implements SearchMethodProvider {

  /** Makes searches. */
  @FunctionalInterface
  public interface Factory {

    /** Starts a search. */
    SearchMethod create(SearchSpace space, Settings settings, RandomGenerator random);
  }

  /** A method without settings. */
  public TestProvider(String name, Factory factory) {
    this(name, List.of(), factory);
  }

  @Override
  public String summary() {
    return "The method " + name + " of the tests.";
  }

  @Override
  public SearchMethod create(SearchStart start, Settings settings) {
    return factory.create(start.space(), settings, start.random());
  }
}
