package org.nasbench4j.search;

import java.util.Collections;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The surrogates that are available, by name. */
public final class SurrogateCatalog {
  private final SortedMap<String, SurrogateProvider> providers;

  /**
   * A catalog of the given surrogates.
   *
   * @param providers the surrogates
   * @throws IllegalArgumentException if two have the same name
   */
  public SurrogateCatalog(Iterable<SurrogateProvider> providers) {
    SortedMap<String, SurrogateProvider> byName = new TreeMap<>();
    for (SurrogateProvider provider : providers) {
      if (byName.put(provider.name(), provider) != null) {
        throw new IllegalArgumentException(
            "Two surrogates are named (%s).".formatted(provider.name()));
      }
    }
    this.providers = Collections.unmodifiableSortedMap(byName);
  }

  /**
   * Everything on the class path.
   *
   * @return the surrogates that are named in service files
   */
  public static SurrogateCatalog ofServices() {
    return new SurrogateCatalog(ServiceLoader.load(SurrogateProvider.class));
  }

  /**
   * The names of all surrogates.
   *
   * @return sorted, unmodifiable
   */
  public Set<String> names() {
    return providers.keySet();
  }

  /**
   * One surrogate.
   *
   * @param name its name
   * @return empty if there is no such surrogate
   */
  public Optional<SurrogateProvider> find(String name) {
    return Optional.ofNullable(providers.get(name));
  }
}
