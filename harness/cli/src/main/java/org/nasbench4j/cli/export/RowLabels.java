package org.nasbench4j.cli.export;

import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.IndexedSpace;
import org.nasbench4j.space.KeyedSpace;
import org.nasbench4j.table.Table;

/** What names a row: its official index or its hash, where there is one, and the architecture. */
record RowLabels(Table table) {

  /** The label that is a whole number. */
  static final String INDEX = "index";

  List<String> names() {
    List<String> names = new ArrayList<>();
    if (table.space() instanceof IndexedSpace) {
      names.add(INDEX);
    } else if (table.space() instanceof KeyedSpace) {
      names.add("hash");
    }
    names.add("architecture");
    return names;
  }

  // As many as there are names.
  List<String> of(int row) {
    Architecture architecture = table.architecture(row);
    List<String> labels = new ArrayList<>();
    if (table.space() instanceof IndexedSpace indexed) {
      labels.add(Integer.toString(indexed.index(architecture)));
    } else if (table.space() instanceof KeyedSpace) {
      labels.add(architecture.canonical());
    }
    labels.add(architecture.text());
    return labels;
  }
}
