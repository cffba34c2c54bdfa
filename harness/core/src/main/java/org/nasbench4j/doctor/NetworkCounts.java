package org.nasbench4j.doctor;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.nasbench4j.space.nb101.Nb101Counts;
import org.nasbench4j.space.nb101.Nb101Shape;
import org.nasbench4j.space.nb101.Nb101Space;
import org.nasbench4j.space.nb201.Nb201Counts;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.nb201.NetworkShape;
import org.nasbench4j.space.size.SizeCounts;
import org.nasbench4j.space.size.SizeSpace;
import org.nasbench4j.table.DatasetId;
import org.nasbench4j.table.Table;

/** The parameters and FLOPs of the published networks, by formula. */
final class NetworkCounts {
  static final String PARAMS = "params";
  static final String FLOPS = "flops";

  /** Columns of FLOPs are in millions. */
  private static final double MILLION = 1e6;

  private final Table table;

  NetworkCounts(Table table) {
    this.table = table;
  }

  /**
   * What a row must have.
   *
   * @param quantity {@link #PARAMS} or {@link #FLOPS}
   * @return empty where no networks of the space were published for the data set
   */
  Optional<IntToDoubleFunction> of(String quantity, DatasetId dataset) {
    boolean params = quantity.equals(PARAMS);
    if (table.space() instanceof Nb201Space space && dataset != DatasetId.FASHION_MNIST_14) {
      Nb201Counts counts =
          new Nb201Counts(NetworkShape.published(dataset.classes(), side(dataset)));
      return Optional.of(
          params
              ? row -> counts.parameters(space.cell(table.architecture(row)))
              : row -> counts.flops(space.cell(table.architecture(row))) / MILLION);
    }
    if (table.space() instanceof SizeSpace space && dataset != DatasetId.FASHION_MNIST_14) {
      SizeCounts counts = new SizeCounts(dataset.classes(), side(dataset));
      return Optional.of(
          params
              ? row -> counts.parameters(space.network(table.architecture(row)))
              : row -> counts.flops(space.network(table.architecture(row))) / MILLION);
    }
    if (table.space() instanceof Nb101Space space && dataset == DatasetId.CIFAR10) {
      Nb101Counts counts = new Nb101Counts(Nb101Shape.published());
      return Optional.of(
          params
              ? row -> counts.parameters(space.module(table.architecture(row)))
              : row -> counts.flops(space.module(table.architecture(row))) / MILLION);
    }
    return Optional.empty();
  }

  private static int side(DatasetId dataset) {
    return dataset == DatasetId.IMAGENET16_120 ? 16 : 32;
  }

  /** The data sets that a table's networks were trained on. */
  List<DatasetId> datasets() {
    return table.coverage().stream().map(block -> block.training().dataset()).distinct().toList();
  }
}
