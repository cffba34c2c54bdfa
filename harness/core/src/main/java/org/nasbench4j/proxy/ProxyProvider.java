package org.nasbench4j.proxy;

import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.table.DatasetId;

/**
 * Makes a proxy available by name. Implementations have a public constructor without parameters and
 * are named in {@code META-INF/services/org.nasbench4j.proxy.ProxyProvider}.
 */
public interface ProxyProvider {

  /**
   * The name in plans, measures and reports.
   *
   * @return lower-case letters, digits and hyphens
   */
  String name();

  /**
   * What the proxy measures and which paper it is from.
   *
   * @return one sentence
   */
  String summary();

  /**
   * Makes the proxy for one space and data set.
   *
   * @param space the space of the architectures
   * @param dataset the data set whose networks are meant
   * @return the proxy
   * @throws IllegalArgumentException if the space or data set is not supported
   */
  Proxy create(SearchSpace space, DatasetId dataset);
}
