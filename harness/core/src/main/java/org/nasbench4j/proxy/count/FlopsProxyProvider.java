package org.nasbench4j.proxy.count;

import java.util.function.ToLongFunction;
import org.nasbench4j.proxy.Proxy;
import org.nasbench4j.proxy.ProxyProvider;
import org.nasbench4j.proxy.ProxyScore;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.table.DatasetId;

/** The proxy {@code flops}: the multiply-accumulate operations for one image; costs nothing. */
public final class FlopsProxyProvider implements ProxyProvider {

  /** Makes the provider, for the service loader. */
  public FlopsProxyProvider() {}

  @Override
  public String name() {
    return "flops";
  }

  @Override
  public String summary() {
    return "The multiply-accumulate operations of the benchmark's network for one image; a baseline that every proxy should beat.";
  }

  @Override
  public Proxy create(SearchSpace space, DatasetId dataset) {
    ToLongFunction<Architecture> count = PublishedNetworks.of(name(), space, dataset).flops();
    return architecture -> new ProxyScore(count.applyAsLong(architecture), 0);
  }
}
