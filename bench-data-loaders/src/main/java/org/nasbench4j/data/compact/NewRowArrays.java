package org.nasbench4j.data.compact;

import java.util.List;

/**
 * The arrays that say which architecture each row is, on their way into a file.
 *
 * @param arrays in the order of the file; none if row and official index are equal
 * @param described what the header says of them
 */
record NewRowArrays(List<NewArray> arrays, RowArrays described) {

  /** Copies the list. */
  NewRowArrays {
    arrays = List.copyOf(arrays);
  }

  // Every architecture of an indexed space.
  static NewRowArrays all() {
    return new NewRowArrays(List.of(), RowArrays.ALL);
  }

  static NewRowArrays indexed(int[] indices) {
    NewArray array =
        new NewArray("/architectures", ElementType.INT32, List.of(indices.length), () -> indices);
    return new NewRowArrays(List.of(array), new RowArrays.Indexed(array.slab()));
  }

  static NewRowArrays keyed(long[] codes, long[][] hashes, long[] keys, int[] keyRows) {
    List<Integer> rows = List.of(codes.length);
    List<Integer> halves = List.of(2, codes.length);
    List<NewArray> arrays =
        List.of(
            new NewArray("/names/codes", ElementType.INT64, rows, () -> codes),
            new NewArray("/names/hashes", ElementType.INT64, halves, () -> hashes),
            new NewArray("/names/keys", ElementType.INT64, rows, () -> keys),
            new NewArray("/names/key_rows", ElementType.INT32, rows, () -> keyRows));
    List<Slab> slabs = arrays.stream().map(NewArray::slab).toList();
    return new NewRowArrays(
        arrays, new RowArrays.Keyed(slabs.get(0), slabs.get(1), slabs.get(2), slabs.get(3)));
  }
}
