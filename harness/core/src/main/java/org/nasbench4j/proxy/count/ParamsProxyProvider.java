package org.nasbench4j.proxy.count;

import org.nasbench4j.proxy.Proxy;
import org.nasbench4j.proxy.ProxyProvider;
import org.nasbench4j.proxy.ProxyScore;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.space.nb201.Nb201Counts;
import org.nasbench4j.space.nb201.Nb201Space;
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
    Nb201Space cells = PublishedNetworks.requireNb201(name(), space);
    Nb201Counts counts = new Nb201Counts(PublishedNetworks.shape(dataset));
    return architecture -> new ProxyScore(counts.parameters(cells.cell(architecture)), 0);
  }
}
