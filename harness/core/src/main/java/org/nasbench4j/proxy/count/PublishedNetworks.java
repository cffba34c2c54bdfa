package org.nasbench4j.proxy.count;

import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.nb201.NetworkShape;
import org.nasbench4j.table.DatasetId;

/** Which networks the benchmarks trained, and on what they were counted. */
final class PublishedNetworks {
  private PublishedNetworks() {}

  static Nb201Space requireNb201(String proxy, SearchSpace space) {
    if (space instanceof Nb201Space cells) {
      return cells;
    }
    throw new IllegalArgumentException(
        "The proxy (%s) cannot count networks of the space (%s). It counts those of nb201."
            .formatted(proxy, space.id()));
  }

  static NetworkShape shape(DatasetId dataset) {
    int side =
        switch (dataset) {
          case CIFAR10, CIFAR100 -> 32;
          case IMAGENET16_120 -> 16;
          case FASHION_MNIST_14 ->
              throw new IllegalArgumentException(
                  "No networks were published for %s. Its tables store params and flops of their own."
                      .formatted(dataset));
        };
    return NetworkShape.published(dataset.classes(), side);
  }
}
