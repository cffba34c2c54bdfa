package org.nasbench4j.space.nb101;

import java.util.ArrayList;
import java.util.List;

/** Modules by their edges, as tests write them. */
final class Modules {
  static final String C3 = "conv3x3-bn-relu";
  static final String C1 = "conv1x1-bn-relu";
  static final String MP = "maxpool3x3";

  private Modules() {}

  static Nb101Module of(String edges, String... interior) {
    int vertices = interior.length + 2;
    int[][] matrix = new int[vertices][vertices];
    for (String edge : edges.split(",", -1)) {
      String[] ends = edge.split("-", -1);
      matrix[Integer.parseInt(ends[0])][Integer.parseInt(ends[1])] = 1;
    }
    return Nb101Module.of(matrix, operations(interior));
  }

  static List<String> operations(String... interior) {
    List<String> operations = new ArrayList<>();
    operations.add("input");
    operations.addAll(List.of(interior));
    operations.add("output");
    return operations;
  }
}
