package org.nasbench4j.forest;

import java.util.Arrays;
import java.util.stream.IntStream;
import smile.data.DataFrame;
import smile.data.measure.NominalScale;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.data.type.StructType;
import smile.data.vector.BaseVector;
import smile.data.vector.ByteVector;
import smile.data.vector.DoubleVector;
import smile.data.vector.IntVector;

/**
 * Labelled examples as Smile's table.
 *
 * <p>Columns of zeros and ones are declared as categories. For numbers, Smile looks for cuts only
 * between neighbours with different labels; where many examples have the same number, it thereby
 * misses most of the cuts, among them nearly all of a column of zeros and ones.
 */
final class Examples {
  static final String LABEL = "positive";

  private static final NominalScale ZERO_OR_ONE = new NominalScale("0", "1");

  private final BaseVector<?, ?, ?>[] columns;
  private final DataFrame table;

  Examples(double[][] rows, boolean[] positive, int features) {
    check(rows, positive, features);
    this.columns =
        IntStream.range(0, features)
            .mapToObj(feature -> column(rows, feature))
            .toArray(BaseVector<?, ?, ?>[]::new);
    int[] labels = IntStream.range(0, positive.length).map(i -> positive[i] ? 1 : 0).toArray();
    this.table = DataFrame.of(columns).merge(IntVector.of(LABEL, labels));
  }

  private static void check(double[][] rows, boolean[] positive, int features) {
    if (rows.length != positive.length) {
      throw new IllegalArgumentException(
          "There must be as many labels (%d) as rows (%d)."
              .formatted(positive.length, rows.length));
    }
    for (double[] row : rows) {
      if (row.length != features || features == 0) {
        throw new IllegalArgumentException(
            "Each row must have (%d) features, at least one, but one has (%d)."
                .formatted(features, row.length));
      }
    }
    long good = IntStream.range(0, positive.length).filter(i -> positive[i]).count();
    if (good == 0 || good == positive.length) {
      throw new IllegalArgumentException(
          "Of the (%d) examples (%d) are positive: both kinds must occur."
              .formatted(positive.length, good));
    }
  }

  private static BaseVector<?, ?, ?> column(double[][] rows, int feature) {
    double[] values = Arrays.stream(rows).mapToDouble(row -> row[feature]).toArray();
    String name = "x" + feature;
    if (Arrays.stream(values).allMatch(value -> value == 0 || value == 1)) {
      byte[] bits = new byte[values.length];
      for (int i = 0; i < bits.length; i++) {
        bits[i] = (byte) values[i];
      }
      return ByteVector.of(new StructField(name, DataTypes.ByteType, ZERO_OR_ONE), bits);
    }
    return DoubleVector.of(name, values);
  }

  /** The features and the label. */
  DataFrame table() {
    return table;
  }

  /** The features. */
  StructType schema() {
    return DataFrame.of(columns).schema();
  }
}
