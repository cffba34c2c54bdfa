package org.nasbench4j.data.nasbench101;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nasbench4j.space.nb101.Nb101Counts;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.space.nb101.Nb101Shape;
import org.nasbench4j.space.nb101.Nb101Space;
import org.nasbench4j.table.FilePlace;
import org.nasbench4j.table.Hash128;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.RowNames;

/**
 * The modules of a file, numbered as they come. Whatever the file says of one is checked the first
 * time that it is written in some way: its hash and the parameters of its network.
 */
final class Modules {
  private static final int FIRST_CAPACITY = 1 << 12;

  private final Path path;
  private final Nb101Space space = new Nb101Space();
  private final Nb101Counts counts = new Nb101Counts(Nb101Shape.published());
  private final HashIndex index = new HashIndex();
  private final HashCheck check;
  private long[] codes = new long[FIRST_CAPACITY];
  private int[] counted = new int[FIRST_CAPACITY];

  Modules(Path path) {
    this.path = path;
    this.check = new HashCheck(path);
  }

  int count() {
    return index.count();
  }

  /**
   * The number of a module.
   *
   * @param module the module as the file writes it
   * @param hash what the file says is its hash
   * @param parameters what the file says are the parameters of its network
   * @param place where the file says so
   * @return its number; the count if it is new
   * @throws MalformedTableException if the parameters are wrong
   */
  int number(Nb101Module module, Hash128 hash, long parameters, FilePlace place) {
    int known = count();
    int number = index.number(hash);
    long code = space.code(module);
    boolean fresh = number == known;
    if (fresh || codes[number] != code) {
      check.add(module, hash, place);
      requireParameters(counts.parameters(module), module, parameters, place);
    } else {
      requireParameters(counted[number], module, parameters, place);
    }
    if (fresh) {
      grow(number);
      codes[number] = code;
      counted[number] = Math.toIntExact(parameters);
    }
    return number;
  }

  private void grow(int number) {
    if (number == codes.length) {
      codes = Arrays.copyOf(codes, 2 * number);
      counted = Arrays.copyOf(counted, 2 * number);
    }
  }

  private void requireParameters(
      long expected, Nb101Module module, long parameters, FilePlace place) {
    if (parameters != expected) {
      throw new MalformedTableException(
          path,
          place,
          "the network of the module %s has %d parameters, but the file says %d"
              .formatted(module.text(), expected, parameters));
    }
  }

  // Waits until all hashes are checked.
  void finish() {
    check.finish();
  }

  // The numbers of the modules in the order of the rows.
  int[] order() {
    return index.sorted();
  }

  RowNames.Keyed names(int[] order) {
    long[] sorted = new long[order.length];
    Hash128[] hashes = new Hash128[order.length];
    for (int row = 0; row < order.length; row++) {
      sorted[row] = codes[order[row]];
      hashes[row] = index.hash(order[row]);
    }
    return new RowNames.Keyed(sorted, hashes);
  }

  SortedMap<String, double[]> columns(int[] order) {
    double[] parameters = new double[order.length];
    double[] flops = new double[order.length];
    for (int row = 0; row < order.length; row++) {
      Nb101Module module = space.architecture(codes[order[row]]);
      parameters[row] = counted[order[row]];
      flops[row] = counts.flops(module) / 1e6;
    }
    SortedMap<String, double[]> columns = new TreeMap<>();
    columns.put("params", parameters);
    columns.put("flops", flops);
    return columns;
  }

  Nb101Space space() {
    return space;
  }
}
