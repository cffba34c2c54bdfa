package org.nasbench4j.data.natsbench;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nasbench4j.data.number.DoubleRows;
import org.nasbench4j.table.DatasetId;

/**
 * The columns {@code params-D} (a count), {@code flops-D} (millions) and {@code latency-D}
 * (seconds) of each data set D; {@code params} and {@code flops} are those of CIFAR-10.
 */
final class CostColumns {
  private final SortedMap<String, DoubleRows> columns = new TreeMap<>();
  private int disagreements;

  void put(int row, List<Cost> costs) {
    costs.stream()
        .collect(Collectors.groupingBy(cost -> cost.training().training().dataset()))
        .forEach((dataset, same) -> put(row, dataset, same));
  }

  private void put(int row, DatasetId dataset, List<Cost> costs) {
    Cost cost = costs.stream().min(Cost.MOST_TRUSTED_FIRST).orElseThrow();
    if (dataset == DatasetId.CIFAR10) {
      put(row, "params", cost.params());
      put(row, "flops", cost.flops());
    }
    put(row, "params-" + dataset.id(), cost.params());
    put(row, "flops-" + dataset.id(), cost.flops());
    put(row, "latency-" + dataset.id(), cost.latency());
    if (costs.stream().anyMatch(other -> other.params() != cost.params())) {
      disagreements++;
    }
  }

  private void put(int row, String name, double value) {
    if (!Double.isNaN(value)) {
      columns.computeIfAbsent(name, absent -> new DoubleRows()).put(row, value);
    }
  }

  SortedMap<String, double[]> columns(int[] order) {
    SortedMap<String, double[]> ordered = new TreeMap<>();
    columns.forEach((name, values) -> ordered.put(name, values.in(order)));
    return ordered;
  }

  // The number of pairs of architecture and data set whose trainings differ in parameters.
  int disagreements() {
    return disagreements;
  }
}
