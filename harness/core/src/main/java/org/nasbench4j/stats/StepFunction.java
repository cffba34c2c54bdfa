package org.nasbench4j.stats;

import java.util.OptionalDouble;

/**
 * A value that holds from one stamp to the next, such as a run's incumbent over simulated time.
 * Before the first stamp there is no value; after the last one the last value holds. Of several
 * values with one stamp the last holds, as when a step was free. Immutable and thread-safe.
 */
public final class StepFunction {
  private final double[] stamps;
  private final double[] values;

  private StepFunction(double[] stamps, double[] values) {
    this.stamps = stamps;
    this.values = values;
  }

  /**
   * Takes the steps; none at all is a run that never had a value.
   *
   * @param stamps when each value starts to hold, finite, never descending
   * @param values as many as {@code stamps}, finite
   * @return the function
   * @throws IllegalArgumentException if the lengths differ, a number is not finite, or the stamps
   *     descend
   */
  public static StepFunction of(double[] stamps, double[] values) {
    Samples.requireSameLength("stamps", stamps, "values", values);
    Samples.requireFinite("stamps", stamps);
    Samples.requireFinite("values", values);
    for (int i = 1; i < stamps.length; i++) {
      if (stamps[i] < stamps[i - 1]) {
        throw new IllegalArgumentException(
            "The stamp %d (%s) must not be earlier than the one before it (%s)."
                .formatted(i, stamps[i], stamps[i - 1]));
      }
    }
    return new StepFunction(stamps.clone(), values.clone());
  }

  /**
   * The value that holds at a time. O(log n) for n steps.
   *
   * @param time in the unit of the stamps
   * @return empty before the first stamp
   */
  public OptionalDouble at(double time) {
    int started = stepsUntil(time);
    return started == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[started - 1]);
  }

  private int stepsUntil(double time) {
    int low = 0;
    int high = stamps.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (stamps[middle] <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
