package org.nasbench4j.data.compact;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.nasbench4j.table.TableContent;

/**
 * Sums of correct answers and the trainings that they are of; each pair of arrays is checked before
 * it is handed out for the first time. Thread-safe.
 */
final class SumPlanes {
  private final VerifiedSlabs slabs;
  private final int rows;
  private final Set<String> checked = ConcurrentHashMap.newKeySet();

  SumPlanes(VerifiedSlabs slabs, int rows) {
    this.slabs = slabs;
    this.rows = rows;
  }

  /**
   * The sums of a block and their trainings.
   *
   * @param correct the correct answers of all trainings of a row, -1 where there is none
   * @param trainings how many trainings a row has
   */
  record Pair(IntPlane correct, IntPlane trainings) {}

  // The planes of a block of sums.
  Pair of(Block block) {
    Slab slab = block.slab();
    Pair pair = new Pair(plane(slab, 0), plane(slab, rows));
    if (!checked.contains(slab.path())) {
      requirePossible(block, pair);
      checked.add(slab.path());
    }
    return pair;
  }

  private IntPlane plane(Slab slab, int first) {
    return IntPlane.of(slab.type(), slabs.elements(slab, first, rows));
  }

  // What ContentCheck holds a content to before it is written.
  private void requirePossible(Block block, Pair pair) {
    for (int row = 0; row < rows; row++) {
      int correct = pair.correct.at(row);
      int trainings = pair.trainings.at(row);
      boolean absent = correct == TableContent.ABSENT && trainings == 0;
      boolean possible =
          trainings > 0 && correct >= 0 && correct <= (long) trainings * block.images();
      if (!absent && !possible) {
        throw slabs.senseless(
            block.slab(),
            "row %d has %d correct answers of %d trainings".formatted(row, correct, trainings));
      }
    }
  }
}
