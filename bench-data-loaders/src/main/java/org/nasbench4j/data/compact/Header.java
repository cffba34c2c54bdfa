package org.nasbench4j.data.compact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a file says about itself; {@link HeaderJson} writes and reads it.
 *
 * @param space the id of the search space
 * @param sourceFormat the format that the table was imported from
 * @param sources the imported files with their SHA-256
 * @param creator program and version that wrote the file
 * @param notes what a user must know
 * @param contentHash see {@link ContentHash}
 * @param rows the number of architectures
 * @param architectures the official index of each row; null if row equals index
 * @param blocks the measurements
 * @param columns other numbers, one per row
 */
record Header(
    String space,
    String sourceFormat,
    List<String> sources,
    String creator,
    List<String> notes,
    String contentHash,
    int rows,
    @Nullable Slab architectures,
    List<Block> blocks,
    SortedMap<String, Slab> columns) {

  /** Checks the shapes and copies the lists. */
  Header {
    sources = List.copyOf(sources);
    notes = List.copyOf(notes);
    blocks = List.copyOf(blocks);
    columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
    if (rows < 1) {
      throw new IllegalArgumentException("The table must have rows, but has %d.".formatted(rows));
    }
    if (architectures != null) {
      requireShape(architectures, List.of(rows), ElementType.INT32);
    }
    for (Block block : blocks) {
      requireShape(block.slab(), Block.dims(block.kind(), block.axes(), rows), block.slab().type());
    }
    for (Slab column : columns.values()) {
      requireShape(column, List.of(rows), ElementType.FLOAT64);
    }
    requireDistinct(slabs(architectures, blocks, columns));
  }

  // All arrays of the file, in the order of the file.
  List<Slab> slabs() {
    return slabs(architectures, blocks, columns);
  }

  private static List<Slab> slabs(
      @Nullable Slab architectures, List<Block> blocks, SortedMap<String, Slab> columns) {
    List<Slab> slabs = new ArrayList<>();
    if (architectures != null) {
      slabs.add(architectures);
    }
    blocks.forEach(block -> slabs.add(block.slab()));
    slabs.addAll(columns.values());
    return slabs;
  }

  private static void requireShape(Slab slab, List<Integer> dims, ElementType type) {
    if (!slab.dims().equals(dims) || slab.type() != type) {
      throw new IllegalArgumentException(
          "The array %s must be %s of %s, but is %s of %s."
              .formatted(slab.path(), type.id(), dims, slab.type().id(), slab.dims()));
    }
  }

  private static void requireDistinct(List<Slab> slabs) {
    Set<String> paths = new HashSet<>();
    for (Slab slab : slabs) {
      if (!paths.add(slab.path())) {
        throw new IllegalArgumentException("The array %s occurs twice.".formatted(slab.path()));
      }
    }
  }
}
