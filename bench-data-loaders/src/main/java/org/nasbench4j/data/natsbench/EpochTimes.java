package org.nasbench4j.data.natsbench;

/** What the times in the files of a release are. */
enum EpochTimes {
  /** One time for all epochs of a training. */
  CONSTANT {
    @Override
    boolean mayBeAbsent() {
      return false;
    }

    @Override
    double seconds(EpochSeconds epochs) {
      return epochs.first();
    }
  },

  /** As measured, where there are any. */
  MEASURED {
    @Override
    boolean mayBeAbsent() {
      return true;
    }

    @Override
    double seconds(EpochSeconds epochs) {
      return epochs.mean();
    }
  };

  // Whether times and latency may be None.
  abstract boolean mayBeAbsent();

  // What a table says of a training's epochs.
  abstract double seconds(EpochSeconds epochs);
}
