package org.nasbench4j.search;

/**
 * Makes a surrogate available by name. Implementations have a public constructor without parameters
 * and are named in {@code META-INF/services/org.nasbench4j.search.SurrogateProvider}.
 */
public interface SurrogateProvider {

  /**
   * The name in the settings of search methods.
   *
   * @return lower-case letters, digits and hyphens
   */
  String name();

  /**
   * Makes an untrained surrogate.
   *
   * @param trees the size of the ensemble, at least 1
   * @param features the length of the rows that it will see
   * @return the surrogate
   */
  Surrogate create(int trees, int features);
}
