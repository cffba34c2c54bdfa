package org.nasbench4j.data.compact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.IndexedSpace;
import org.nasbench4j.space.KeyedSpace;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.table.Hash128;
import org.nasbench4j.table.RowNames;

/** The known spaces, and how tables of each name their rows. */
final class SpaceRows {

  private final List<SearchSpace> spaces;

  /**
   * Takes the spaces whose tables can be opened and written.
   *
   * @param spaces each indexed or keyed
   * @throws IllegalArgumentException if one is neither: no table can name its architectures
   */
  SpaceRows(List<? extends SearchSpace> spaces) {
    this.spaces = List.copyOf(spaces);
    for (SearchSpace space : spaces) {
      if (!(space instanceof IndexedSpace) && !(space instanceof KeyedSpace)) {
        throw new IllegalArgumentException(
            "The space (%s) has neither official indices nor hashes, so tables cannot name its rows."
                .formatted(space.id()));
      }
    }
  }

  Optional<SearchSpace> space(String id) {
    return spaces.stream().filter(space -> space.id().equals(id)).findFirst();
  }

  String ids() {
    return spaces.stream().map(SearchSpace::id).collect(Collectors.joining(", "));
  }

  /**
   * The rows of a file.
   *
   * @throws IllegalArgumentException if the space does not name its rows as the file does, or has
   *     other ones
   */
  static Rows open(SearchSpace space, Header header, VerifiedSlabs slabs) {
    requireFits(header, space);
    RowArrays names = header.names();
    if (names instanceof RowArrays.Keyed keyed && space instanceof KeyedSpace known) {
      return new KeyedRows(known, header.rows(), slabs, keyed);
    }
    if (names instanceof RowArrays.Indexed indexed && space instanceof IndexedSpace known) {
      Slab indices = indexed.indices();
      return new IndexedRows(known, header.rows(), IntPlane.of(indices.type(), slabs.all(indices)));
    }
    if (names instanceof RowArrays.All && space instanceof IndexedSpace known) {
      return new IndexedRows(known, header.rows(), null);
    }
    throw mismatch(space);
  }

  // A file that names no rows has all of the space.
  private static void requireFits(Header header, SearchSpace space) {
    boolean fits =
        header.names() instanceof RowArrays.All
            ? header.rows() == space.measured()
            : header.rows() <= space.measured();
    if (!fits) {
      throw new IllegalArgumentException(
          "The table says that it has %d rows, but %s has %d architectures."
              .formatted(header.rows(), space.id(), space.measured()));
    }
  }

  /**
   * The arrays of a content that is to be written.
   *
   * @throws IllegalArgumentException if the rows are not of the space, or two have one key
   */
  static NewRowArrays arrays(SearchSpace space, RowNames names) {
    if (names.count() == 0) {
      throw new IllegalArgumentException("The table has no rows.");
    }
    if (names instanceof RowNames.Keyed keyed && space instanceof KeyedSpace known) {
      return arrays(known, keyed);
    }
    if (names instanceof RowNames.Indexed indexed && space instanceof IndexedSpace known) {
      return arrays(known, indexed.indices());
    }
    throw mismatch(space);
  }

  private static IllegalArgumentException mismatch(SearchSpace space) {
    return new IllegalArgumentException(
        "The rows of a table of %s must be named by %s."
            .formatted(
                space.id(), space instanceof KeyedSpace ? "code and hash" : "official index"));
  }

  private static NewRowArrays arrays(IndexedSpace space, int[] indices) {
    int first = indices[0];
    int last = indices[indices.length - 1];
    if (first < 0 || last >= space.size()) {
      throw new IllegalArgumentException(
          "The architectures (%d..%d) must be in 0..%d.".formatted(first, last, space.size() - 1));
    }
    return indices.length == space.size() ? NewRowArrays.all() : NewRowArrays.indexed(indices);
  }

  private static NewRowArrays arrays(KeyedSpace space, RowNames.Keyed names) {
    int rows = names.count();
    long[] keyOf = new long[rows];
    long[][] hashes = new long[2][rows];
    for (int row = 0; row < rows; row++) {
      keyOf[row] = space.key(space.architecture(names.codes()[row]));
      Hash128 hash = names.hashes()[row];
      hashes[0][row] = hash.high();
      hashes[1][row] = hash.low();
    }
    int[] keyRows = UnsignedOrder.of(keyOf);
    long[] keys = new long[rows];
    for (int i = 0; i < rows; i++) {
      keys[i] = keyOf[keyRows[i]];
      if (i > 0 && keys[i] == keys[i - 1]) {
        throw sharedKey(space, names, keyRows[i - 1], keyRows[i]);
      }
    }
    return NewRowArrays.keyed(names.codes(), hashes, keys, keyRows);
  }

  private static IllegalArgumentException sharedKey(
      KeyedSpace space, RowNames.Keyed names, int one, int other) {
    Architecture first = space.architecture(names.codes()[one]);
    Architecture second = space.architecture(names.codes()[other]);
    return new IllegalArgumentException(
        "The architectures %s (%s) and %s (%s) have one key, so a table cannot tell them apart."
            .formatted(first.text(), names.hashes()[one], second.text(), names.hashes()[other]));
  }
}
