package org.nasbench4j.neural.supernet.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Logits of the maps of a space, without what is not used of them. */
final class UsedLogits {
  private final SupernetSpace space;

  UsedLogits(SupernetSpace space) {
    this.space = space;
  }

  // For each map its rows, copied.
  List<List<double[]>> of(List<double[][]> logits) {
    List<DecisionMap> maps = space.maps();
    if (logits.size() != maps.size()) {
      throw new IllegalArgumentException(
          "The maps (%d) of %s must be %d: %s."
              .formatted(
                  logits.size(), id(), maps.size(), maps.stream().map(DecisionMap::name).toList()));
    }
    List<List<double[]>> used = new ArrayList<>();
    for (int map = 0; map < maps.size(); map++) {
      used.add(rows(maps.get(map), logits.get(map)));
    }
    return used;
  }

  private String id() {
    return space.space().id();
  }

  private List<double[]> rows(DecisionMap map, double[][] logits) {
    if (logits.length != map.rows()) {
      throw new IllegalArgumentException(
          "The rows (%d) of the map %s of %s must be %d."
              .formatted(logits.length, map.name(), id(), map.rows()));
    }
    List<double[]> rows = new ArrayList<>();
    for (int row = 0; row < logits.length; row++) {
      rows.add(row(map, row, logits[row]));
    }
    return rows;
  }

  private double[] row(DecisionMap map, int row, double[] logits) {
    int width = map.used().get(row);
    if (logits.length < width) {
      throw new IllegalArgumentException(
          "The columns (%d) of row %d of the map %s of %s must be at least %d."
              .formatted(logits.length, row, map.name(), id(), width));
    }
    double[] used = Arrays.copyOf(logits, width);
    if (Arrays.stream(used).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException(
          "The logits %s of row %d of the map %s of %s must be numbers."
              .formatted(Arrays.toString(used), row, map.name(), id()));
    }
    return used;
  }
}
