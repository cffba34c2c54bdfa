package org.nasbench4j.examples;

import org.nasbench4j.proxy.Proxy;
import org.nasbench4j.proxy.ProxyProvider;
import org.nasbench4j.proxy.ProxyScore;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.table.DatasetId;

/** The number of convolutions in a cell, whatever their size. */
public final class ConvolutionCount implements ProxyProvider {

  @Override
  public String name() {
    return "convolution-count";
  }

  @Override
  public String summary() {
    return "The number of convolutions in the cell.";
  }

  @Override
  public Proxy create(SearchSpace space, DatasetId dataset) {
    return cell -> new ProxyScore(cell.text().split("nor_conv", -1).length - 1, 0);
  }
}
