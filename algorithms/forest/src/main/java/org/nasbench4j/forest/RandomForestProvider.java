package org.nasbench4j.forest;

import org.nasbench4j.search.Surrogate;
import org.nasbench4j.search.SurrogateProvider;

/**
 * The random forest (Breiman, "Random Forests", Machine Learning 45, 2001) of Smile, set as
 * scikit-learn's {@code RandomForestClassifier} is by default: Gini impurity, leaves of one
 * example, no limit of depth, the square root of the number of features tried at each split,
 * bootstrapped examples. A probability is the share of the trees that vote for it.
 *
 * <p>Three differences remain: the bootstrap draws from each kind of example separately, as many as
 * there are; a node that none of the tried features splits stays a leaf, where scikit-learn tries
 * others; and a column of zeros and ones is split as a category, which gives the same cut.
 *
 * <p>The same examples and generator state give the same forest, whatever the number of threads; a
 * fit uses one thread. Fitting 30 trees to 200 examples takes about 10 ms.
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
