package org.nasbench4j.data.compact;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Fraction;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.TableContent;

/** Accuracies of a block that keeps the trainings apart. */
final class CountColumn implements AccuracyColumn {

  private final Query query;
  private final Block block;
  private final Rows rows;

  /** One plane for each seed of the block. */
  private final IntPlane[] planes;

  /** The seeds that the query means: {@code [from, to)}. */
  private final int from;

  private final int to;

  private CountColumn(Query query, Block block, Rows rows, IntPlane[] planes, int seed) {
    this.query = query;
    this.block = block;
    this.rows = rows;
    this.planes = planes;
    this.from = Math.max(0, seed);
    this.to = seed < 0 ? planes.length : seed + 1;
  }

  // The mean over all seeds.
  static CountColumn mean(Query query, Block block, Rows rows, IntPlane[] planes) {
    return new CountColumn(query, block, rows, planes, -1);
  }

  // One seed.
  static CountColumn one(Query query, Block block, Rows rows, IntPlane[] planes, int seed) {
    return new CountColumn(query, block, rows, planes, block.axes().seeds().indexOf(seed));
  }

  @Override
  public Query query() {
    return query;
  }

  @Override
  public Origin origin() {
    return block.origin();
  }

  @Override
  public int rows() {
    return rows.count();
  }

  @Override
  public boolean has(int row) {
    return seedCount(row) > 0;
  }

  @Override
  public int seedCount(int row) {
    Objects.checkIndex(row, rows.count());
    int count = 0;
    for (int seed = from; seed < to; seed++) {
      if (planes[seed].at(row) != TableContent.ABSENT) {
        count++;
      }
    }
    return count;
  }

  @Override
  public double value(int row) {
    Objects.checkIndex(row, rows.count());
    long correct = 0;
    int seeds = 0;
    for (int seed = from; seed < to; seed++) {
      int answers = planes[seed].at(row);
      if (answers != TableContent.ABSENT) {
        correct += answers;
        seeds++;
      }
    }
    if (seeds == 0) {
      throw missing(row);
    }
    return 100.0 * correct / ((long) block.images() * seeds);
  }

  @Override
  public Fraction fraction(int row) {
    int seeds = seedCount(row);
    if (seeds == 0) {
      throw missing(row);
    }
    long correct = 0;
    for (int seed = from; seed < to; seed++) {
      correct += Math.max(0, planes[seed].at(row));
    }
    return new Fraction(correct, (long) block.images() * seeds);
  }

  @Override
  public List<Integer> seeds(int row) {
    Objects.checkIndex(row, rows.count());
    return seeds(row, from, to);
  }

  private List<Integer> seeds(int row, int start, int end) {
    List<Integer> seeds = new ArrayList<>();
    for (int seed = start; seed < end; seed++) {
      if (planes[seed].at(row) != TableContent.ABSENT) {
        seeds.add(block.axes().seeds().get(seed));
      }
    }
    return List.copyOf(seeds);
  }

  private MissingRecordException missing(int row) {
    List<Integer> others = seeds(row, 0, planes.length);
    return new MissingRecordException(
        "There is no accuracy %s of %s: %s."
            .formatted(
                query,
                rows.architecture(row).text(),
                others.isEmpty() ? "no seed was measured" : "it has the seeds " + others));
  }
}
