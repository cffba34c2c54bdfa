package org.nasbench4j.proxy.count;

import java.util.function.ToLongFunction;
import org.nasbench4j.proxy.Proxy;
import org.nasbench4j.proxy.ProxyProvider;
import org.nasbench4j.proxy.ProxyScore;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.table.DatasetId;

/** The proxy {@code params}: the number of trainable parameters; costs nothing. */
public final class ParamsProxyProvider implements ProxyProvider {

  /** Makes the provider, for the service loader. */
  public ParamsProxyProvider() {}

  @Override
  public String name() {
    return "params";
  }

  @Override
  public String summary() {
    return "The number of trainable parameters of the benchmark's network; a baseline that every proxy should beat.";
  }

  @Override
  public Proxy create(SearchSpace space, DatasetId dataset) {
    ToLongFunction<Architecture> count = PublishedNetworks.of(name(), space, dataset).parameters();
    return architecture -> new ProxyScore(count.applyAsLong(architecture), 0);
  }
}
