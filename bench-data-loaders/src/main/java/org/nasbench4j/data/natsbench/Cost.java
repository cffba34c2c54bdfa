package org.nasbench4j.data.natsbench;

import java.util.Comparator;
import org.nasbench4j.table.Schedule;

/**
 * What one training of an architecture says about its network.
 *
 * @param params the number of parameters
 * @param flops floating point operations in millions, as NATS-Bench counts them
 * @param latency seconds for one batch, NaN if unknown
 */
record Cost(
    NatsTraining training,
    Schedule schedule,
    int seed,
    double params,
    double flops,
    double latency) {
  private static final int OFFICIAL_SEED = 888;

  /**
   * Orders the trainings by whom to believe where they disagree: the official reader takes seed
   * 888; the rest is ours.
   */
  static final Comparator<Cost> MOST_TRUSTED_FIRST =
      Comparator.comparing(Cost::schedule, Comparator.reverseOrder())
          .thenComparing(cost -> cost.seed != OFFICIAL_SEED)
          .thenComparing(Cost::training, Comparator.reverseOrder())
          .thenComparing(Cost::seed);
}
