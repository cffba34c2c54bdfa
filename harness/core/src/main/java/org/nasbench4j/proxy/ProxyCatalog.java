package org.nasbench4j.proxy;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** The proxies that can be computed, by name. */
public final class ProxyCatalog {
  private final SortedMap<String, ProxyProvider> providers;

  /**
   * A catalog of the given proxies.
   *
   * @param providers the proxies
   * @throws IllegalArgumentException if two have the same name
   */
  public ProxyCatalog(Iterable<ProxyProvider> providers) {
    SortedMap<String, ProxyProvider> byName = new TreeMap<>();
    for (ProxyProvider provider : providers) {
      if (byName.put(provider.name(), provider) != null) {
        throw new IllegalArgumentException(
            "Two proxies are named (%s).".formatted(provider.name()));
      }
    }
    this.providers = Collections.unmodifiableSortedMap(byName);
  }

  /**
   * Everything on the class path.
   *
   * @return the proxies that are named in service files
   */
  public static ProxyCatalog ofServices() {
    return new ProxyCatalog(ServiceLoader.load(ProxyProvider.class));
  }

  /**
   * All proxies.
   *
   * @return sorted by name
   */
  public Collection<ProxyProvider> all() {
    return providers.values();
  }

  /**
   * One proxy.
   *
   * @param name its name
   * @return empty if there is no such proxy
   */
  public Optional<ProxyProvider> find(String name) {
    return Optional.ofNullable(providers.get(name));
  }
}
