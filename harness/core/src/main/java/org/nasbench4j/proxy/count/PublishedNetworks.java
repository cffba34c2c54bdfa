package org.nasbench4j.proxy.count;

import java.util.function.ToLongFunction;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.space.nb201.Nb201Counts;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.nb201.NetworkShape;
import org.nasbench4j.space.size.SizeCounts;
import org.nasbench4j.space.size.SizeSpace;
import org.nasbench4j.table.DatasetId;

/**
 * The networks that a benchmark trained on a data set, and their counts.
 *
 * @param parameters the trainable parameters
 * @param flops the multiply-accumulate operations for one image
 */
record PublishedNetworks(
    ToLongFunction<Architecture> parameters, ToLongFunction<Architecture> flops) {

  static PublishedNetworks of(String proxy, SearchSpace space, DatasetId dataset) {
    if (space instanceof Nb201Space cells) {
      NetworkShape shape = NetworkShape.published(dataset.classes(), side(dataset));
      Nb201Counts counts = new Nb201Counts(shape);
      return new PublishedNetworks(
          cell -> counts.parameters(cells.cell(cell)), cell -> counts.flops(cells.cell(cell)));
    }
    if (space instanceof SizeSpace networks) {
      SizeCounts counts = new SizeCounts(dataset.classes(), side(dataset));
      return new PublishedNetworks(
          network -> counts.parameters(networks.network(network)),
          network -> counts.flops(networks.network(network)));
    }
    throw new IllegalArgumentException(
        "The proxy (%s) cannot count networks of the space (%s). It counts those of nb201 and nats-sss."
            .formatted(proxy, space.id()));
  }

  private static int side(DatasetId dataset) {
    return switch (dataset) {
      case CIFAR10, CIFAR100 -> 32;
      case IMAGENET16_120 -> 16;
      case FASHION_MNIST_14 ->
          throw new IllegalArgumentException(
              "No networks were published for %s. Its tables store params and flops of their own."
                  .formatted(dataset));
    };
  }
}
