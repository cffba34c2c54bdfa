package org.nasbench4j.data.nasbench101;

import java.util.List;

/**
 * The numbers of one training, from the protocol buffer {@code ModelMetrics} of the benchmark:
 * three evaluations, at the start, halfway and at the end. Read again for each record; unknown
 * fields are skipped.
 */
final class ModelMetrics {

  /** The evaluations of a record. */
  static final int EVALUATIONS = 3;

  private static final int EVALUATION_DATA = 1;
  private static final int TRAINABLE_PARAMETERS = 2;

  private final Evaluation[] evaluations = {new Evaluation(), new Evaluation(), new Evaluation()};
  private int count;
  private long parameters;

  /** What was measured at one point of a training. */
  static final class Evaluation implements Measured {
    private static final int FIELDS = 5;

    /** By field number: epoch, seconds, accuracies of train, valid and test. */
    private final double[] fields = new double[FIELDS + 1];

    private int seen;

    private void read(WireReader wire) {
      seen = 0;
      while (wire.next()) {
        int field = wire.field();
        if (field >= 1 && field <= FIELDS) {
          fields[field] = wire.readDouble();
          seen |= 1 << field;
        } else {
          wire.skip();
        }
      }
      if (seen != (1 << (FIELDS + 1)) - 2) {
        throw new IllegalArgumentException(
            "an evaluation of its metrics lacks one of its five numbers");
      }
    }

    double epoch() {
      return fields[1];
    }

    @Override
    public double seconds() {
      return fields[2];
    }

    @Override
    public double trainAccuracy() {
      return fields[3];
    }

    @Override
    public double validAccuracy() {
      return fields[4];
    }

    @Override
    public double testAccuracy() {
      return fields[5];
    }
  }

  /**
   * Reads a message.
   *
   * @throws IllegalArgumentException if it is none; the message says why
   */
  void read(byte[] bytes) {
    count = 0;
    parameters = -1;
    WireReader wire = new WireReader(bytes, 0, bytes.length);
    while (wire.next()) {
      switch (wire.field()) {
        case EVALUATION_DATA -> evaluation(wire.readMessage());
        case TRAINABLE_PARAMETERS -> parameters = wire.readVarint();
        default -> wire.skip();
      }
    }
    if (count != EVALUATIONS || parameters < 0) {
      throw new IllegalArgumentException(
          "its metrics have %d evaluations instead of 3, or no parameter count".formatted(count));
    }
  }

  private void evaluation(WireReader wire) {
    if (count == EVALUATIONS) {
      throw new IllegalArgumentException("its metrics have more than 3 evaluations");
    }
    evaluations[count++].read(wire);
  }

  /** The parameters of the network. */
  long parameters() {
    return parameters;
  }

  // What was measured halfway and at the end.
  List<Evaluation> points() {
    return List.of(evaluations[1], evaluations[2]);
  }

  /** One of the evaluations: 1 halfway, 2 at the end. */
  Evaluation evaluation(int index) {
    return evaluations[index];
  }
}
