package org.nasbench4j.data.compact;

import java.util.List;
import java.util.Objects;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Fraction;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.Query;

/** Accuracies of which only the mean over the trainings is known. */
final class SumColumn implements AccuracyColumn {

  private final Query query;
  private final Block block;
  private final Rows rows;
  private final IntPlane correct;
  private final IntPlane seeds;

  SumColumn(Query query, Block block, Rows rows, SumPlanes.Pair sums) {
    this.query = query;
    this.block = block;
    this.rows = rows;
    this.correct = sums.correct();
    this.seeds = sums.trainings();
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
    return seeds.at(Objects.checkIndex(row, rows.count()));
  }

  @Override
  public double value(int row) {
    return 100.0 * correct.at(Objects.checkIndex(row, rows.count())) / total(row);
  }

  @Override
  public Fraction fraction(int row) {
    long total = total(row);
    return new Fraction(correct.at(row), total);
  }

  private long total(int row) {
    int count = seedCount(row);
    if (count == 0) {
      throw new MissingRecordException(
          "There is no accuracy %s of %s: it was not measured."
              .formatted(query, rows.architecture(row).text()));
    }
    return (long) block.images() * count;
  }

  @Override
  public List<Integer> seeds(int row) {
    Objects.checkIndex(row, rows.count());
    return List.of();
  }
}
