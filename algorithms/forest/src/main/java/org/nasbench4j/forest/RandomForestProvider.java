package org.nasbench4j.forest;

import org.nasbench4j.search.Surrogate;
import org.nasbench4j.search.SurrogateProvider;

/**
 * The random forest (Breiman, "Random Forests", Machine Learning 45, 2001) of Smile, with the
 * defaults of scikit-learn's {@code RandomForestClassifier}: Gini impurity, trees that are grown
 * until their leaves are pure, the square root of the number of features tried at each split. A
 * probability is the share of the trees that vote for it.
 *
 * <p>Two differences remain: the bootstrap draws from each kind of example separately, as many as
 * there are, and a column of zeros and ones is split as a category, which gives the same cut.
 */
public final class RandomForestProvider implements SurrogateProvider {

  /** Used by {@link java.util.ServiceLoader}. */
  public RandomForestProvider() {}

  @Override
  public String name() {
    return "random-forest";
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if there is no tree or a negative number of features
   */
  @Override
  public Surrogate create(int trees, int features) {
    return new SmileForest(trees, features);
  }
}
