package org.nasbench4j.data.compact;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.KeyedSpace;
import org.nasbench4j.table.Hash128;

/**
 * Rows by ascending hash. The arrays are looked at, and checked, when the first row is asked for:
 * opening a table reads none of them.
 */
final class KeyedRows implements Rows {

  private final KeyedSpace space;
  private final int count;
  private final VerifiedSlabs slabs;
  private final RowArrays.Keyed arrays;

  // Racing threads map the same bytes twice, which harms nobody.
  private volatile @Nullable ByHash byHash;
  private volatile @Nullable ByKey byKey;
  private volatile @Nullable LongPlane codes;

  KeyedRows(KeyedSpace space, int count, VerifiedSlabs slabs, RowArrays.Keyed arrays) {
    this.space = space;
    this.count = count;
    this.slabs = slabs;
    this.arrays = arrays;
  }

  /** The halves of the hashes. */
  private record ByHash(SortedLongs high, LongPlane low) {

    int row(long first, long second) {
      int row = high.firstAtLeast(first);
      while (row < high.count() && high.at(row) == first) {
        if (low.at(row) == second) {
          return row;
        }
        row++;
      }
      return -1;
    }
  }

  /** The keys, and whose they are. */
  private record ByKey(SortedLongs keys, IntPlane rows) {

    int row(long key) {
      int at = keys.firstAtLeast(key);
      return at < keys.count() && keys.at(at) == key ? rows.at(at) : -1;
    }
  }

  private ByHash byHash() {
    ByHash known = byHash;
    if (known == null) {
      known =
          new ByHash(
              sorted(arrays.hashes()),
              new LongPlane(slabs.elements(arrays.hashes(), count, count)));
      byHash = known;
    }
    return known;
  }

  private ByKey byKey() {
    ByKey known = byKey;
    if (known == null) {
      Slab rows = arrays.keyRows();
      known = new ByKey(sorted(arrays.keys()), IntPlane.of(rows.type(), slabs.all(rows)));
      requireRows(known.rows());
      byKey = known;
    }
    return known;
  }

  // The first numbers of an array, one for each row.
  private SortedLongs sorted(Slab slab) {
    LongPlane numbers = new LongPlane(slabs.elements(slab, 0, count));
    for (int i = 1; i < count; i++) {
      if (Long.compareUnsigned(numbers.at(i - 1), numbers.at(i)) > 0) {
        throw slabs.senseless(slab, "entry %d is less than the one before".formatted(i));
      }
    }
    return new SortedLongs(numbers);
  }

  private void requireRows(IntPlane rows) {
    BitSet found = new BitSet(count);
    for (int i = 0; i < count; i++) {
      int row = rows.at(i);
      if (row < 0 || row >= count || found.get(row)) {
        throw slabs.senseless(
            arrays.keyRows(), "entry %d is row %d, which is none or taken".formatted(i, row));
      }
      found.set(row);
    }
  }

  private LongPlane codes() {
    LongPlane known = codes;
    if (known == null) {
      known = new LongPlane(slabs.all(arrays.codes()));
      codes = known;
    }
    return known;
  }

  @Override
  public KeyedSpace space() {
    return space;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public void verify() {
    byHash();
    byKey();
    for (int row = 0; row < count; row++) {
      architecture(row);
    }
  }

  @Override
  public Architecture architecture(int row) {
    try {
      return space.architecture(codes().at(row));
    } catch (IllegalArgumentException e) {
      throw slabs.senseless(arrays.codes(), "row %d is no architecture".formatted(row));
    }
  }

  @Override
  public int row(Architecture architecture) {
    return byKey().row(space.key(architecture));
  }

  @Override
  public int row(String text) {
    return Hash128.isOne(text)
        ? byHash().row(Hash128.highOf(text), Hash128.lowOf(text))
        : row(space.parse(text));
  }
}
