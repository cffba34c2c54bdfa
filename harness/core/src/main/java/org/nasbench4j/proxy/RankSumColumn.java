package org.nasbench4j.proxy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.MissingRecordException;

/**
 * The sum of the fractional ranks of several columns among the rows that are ranked together: 0 for
 * the lowest value of a column and 1 for the highest, ties at their middle, minus infinity lowest.
 * A row that is not ranked is absent. Making it takes O(n log n) time for each column.
 */
final class RankSumColumn implements Column {
  /** NaN where a row is not ranked. */
  private final double[] sums;

  private RankSumColumn(double[] sums) {
    this.sums = sums;
  }

  /**
   * Ranks.
   *
   * @param columns what is summed, at least one, of one table
   * @param rows the rows to rank together; those that lack a column are left out
   */
  static RankSumColumn of(List<Column> columns, int[] rows) {
    int[] ranked =
        Arrays.stream(rows)
            .filter(row -> columns.stream().allMatch(column -> column.has(row)))
            .toArray();
    double[] sums = new double[columns.get(0).rows()];
    Arrays.fill(sums, Double.NaN);
    for (int row : ranked) {
      sums[row] = 0;
    }
    columns.forEach(column -> add(column, ranked, sums));
    return new RankSumColumn(sums);
  }

  private static void add(Column column, int[] rows, double[] sums) {
    double[] values = Arrays.stream(rows).mapToDouble(column::value).toArray();
    // the sum turns -0.0 into 0.0, so that equals are equal to the order too
    int[] order =
        IntStream.range(0, rows.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i] + 0.0))
            .mapToInt(i -> i)
            .toArray();
    double scale = Math.max(1, rows.length - 1);
    int first = 0;
    while (first < order.length) {
      int end = first + 1;
      while (end < order.length && values[order[end]] == values[order[first]]) {
        end++;
      }
      double rank = (first + end - 1) / 2.0 / scale;
      for (int i = first; i < end; i++) {
        sums[rows[order[i]]] += rank;
      }
      first = end;
    }
  }

  @Override
  public int rows() {
    return sums.length;
  }

  @Override
  public boolean has(int row) {
    return row >= 0 && row < sums.length && !Double.isNaN(sums[row]);
  }

  @Override
  public double value(int row) {
    if (Double.isNaN(sums[row])) {
      throw new MissingRecordException(
          "The architecture of row %d is not among those that were ranked.".formatted(row));
    }
    return sums[row];
  }
}
