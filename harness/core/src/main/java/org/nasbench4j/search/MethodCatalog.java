package org.nasbench4j.search;

import java.util.Collection;
import java.util.Collections;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** The search methods that are available, by name. */
public final class MethodCatalog {
  private final SortedMap<String, SearchMethodProvider> providers;

  /**
   * A catalog of the given methods.
   *
   * @param providers the methods
   * @throws IllegalArgumentException if two have the same name
   */
  public MethodCatalog(Iterable<SearchMethodProvider> providers) {
    SortedMap<String, SearchMethodProvider> byName = new TreeMap<>();
    for (SearchMethodProvider provider : providers) {
      if (byName.put(provider.name(), provider) != null) {
        throw new IllegalArgumentException(
            "Two search methods are named (%s).".formatted(provider.name()));
      }
    }
    this.providers = Collections.unmodifiableSortedMap(byName);
  }

  /**
   * Everything on the class path.
   *
   * @return the methods that are named in service files
   */
  public static MethodCatalog ofServices() {
    return new MethodCatalog(ServiceLoader.load(SearchMethodProvider.class));
  }

  /**
   * All methods.
   *
   * @return sorted by name
   */
  public Collection<SearchMethodProvider> all() {
    return providers.values();
  }

  /**
   * One method.
   *
   * @param name its name
   * @return the method
   * @throws IllegalArgumentException if there is no such method; the message lists all
   */
  public SearchMethodProvider get(String name) {
    SearchMethodProvider provider = providers.get(name);
    if (provider == null) {
      throw new IllegalArgumentException(
          "The search method (%s) is unknown. Use one of %s."
              .formatted(name, String.join(", ", providers.keySet())));
    }
    return provider;
  }
}
