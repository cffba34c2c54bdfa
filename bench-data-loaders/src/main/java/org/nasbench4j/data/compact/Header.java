package org.nasbench4j.data.compact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything that a file says about itself; {@link HeaderJson} writes and reads it.
 *
 * @param space the id of the search space
 * @param sourceFormat the format that the table was imported from
 * @param sources the imported files with their SHA-256, or the command that made the numbers
 * @param creator program and version that wrote the file
 * @param notes what a user must know
 * @param contentHash see {@link ContentHash}
 * @param rows the number of architectures
 * @param names which architecture each row is
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
    RowArrays names,
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
    names.requireRows(rows);
    for (Block block : blocks) {
      block.slab().requireShape(block.slab().type(), Block.dims(block.kind(), block.axes(), rows));
    }
    for (Slab column : columns.values()) {
      column.requireShape(ElementType.FLOAT64, List.of(rows));
    }
    requireDistinct(slabs(names, blocks, columns));
  }

  // The oldest version of the format that has everything that this file has.
  int version() {
    boolean old =
        !(names instanceof RowArrays.Keyed)
            && blocks.stream().allMatch(block -> block.kind() != BlockKind.TRAINING_SECONDS);
    return old ? 1 : HeaderJson.VERSION;
  }

  // All arrays of the file, in the order of the file.
  List<Slab> slabs() {
    return slabs(names, blocks, columns);
  }

  // What can be in the arrays of the measurements, by path.
  Map<String, ValueRange> ranges() {
    return blocks.stream()
        .collect(Collectors.toUnmodifiableMap(block -> block.slab().path(), Block::range));
  }

  private static List<Slab> slabs(
      RowArrays names, List<Block> blocks, SortedMap<String, Slab> columns) {
    List<Slab> slabs = new ArrayList<>(names.slabs());
    blocks.forEach(block -> slabs.add(block.slab()));
    slabs.addAll(columns.values());
    return slabs;
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
