package org.nasbench4j.data.natsbench;

import java.util.Comparator;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;

/** What a block of a table holds, in the order in which blocks are written. */
record BlockKey(NatsTraining training, Schedule schedule, Split split)
    implements Comparable<BlockKey> {
  private static final Comparator<BlockKey> ORDER =
      Comparator.comparing(BlockKey::training)
          .thenComparing(BlockKey::schedule)
          .thenComparing(BlockKey::split);

  @Override
  public int compareTo(BlockKey other) {
    return ORDER.compare(this, other);
  }

  int images() {
    return training.images(split);
  }
}
