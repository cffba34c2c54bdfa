package org.nasbench4j.data.nasbench201;

import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.table.TableContent;

/**
 * Correct answers of the 200-epoch trainings with the seeds 777, 888 and 999, {@code [row][seed]}.
 */
final class SeedCounts {

  static final List<Integer> SEEDS = List.of(777, 888, 999);

  private final List<CsvColumn> columns;
  private final int images;
  private final int[] correct;

  private SeedCounts(List<CsvColumn> columns, int images, int[] correct) {
    this.columns = columns;
    this.images = images;
    this.correct = correct;
  }

  /**
   * Reads one column for each seed.
   *
   * @param table the file
   * @param pattern the names of the columns, with {@code %d} for the seed
   * @param images the images of the split
   * @return the counts
   */
  static SeedCounts read(CsvTable table, String pattern, int images) {
    List<CsvColumn> columns = new ArrayList<>();
    SEEDS.forEach(seed -> columns.add(table.column(pattern.formatted(seed))));
    int[] correct = new int[table.rows() * SEEDS.size()];
    for (int i = 0; i < correct.length; i++) {
      CsvColumn column = columns.get(i % SEEDS.size());
      int row = i / SEEDS.size();
      correct[i] = column.isBlank(row) ? TableContent.ABSENT : column.correct(row, images);
    }
    return new SeedCounts(columns, images, correct);
  }

  int[] correct() {
    return correct;
  }

  int images() {
    return images;
  }

  private int rows() {
    return correct.length / SEEDS.size();
  }

  private boolean has(int position) {
    return correct[position] != TableContent.ABSENT;
  }

  // Every row must have as many seeds as the source says.
  void requireSeeds(int[] expected) {
    for (int row = 0; row < rows(); row++) {
      int present = 0;
      for (int seed = 0; seed < SEEDS.size(); seed++) {
        present += has(row * SEEDS.size() + seed) ? 1 : 0;
      }
      if (present != expected[row]) {
        throw columns
            .get(0)
            .malformed(
                row, "and its neighbours are %d seeds, not %d".formatted(present, expected[row]));
      }
    }
  }

  // The same trainings must be present here and there.
  void requireSameSeedsAs(SeedCounts other) {
    for (int i = 0; i < correct.length; i++) {
      if (has(i) != other.has(i)) {
        throw column(i).malformed(row(i), "disagrees with " + other.column(i).name());
      }
    }
  }

  // The mean that the source states must be the mean of its seeds, exactly.
  void requireMean(CsvColumn mean, int[] seeds) {
    for (int row = 0; row < rows(); row++) {
      if (mean.correct(row, images * seeds[row]) != sum(row)) {
        throw mean.malformed(
            row, "is not the mean of its seeds, %d/%d".formatted(sum(row), images * seeds[row]));
      }
    }
  }

  // What the source derived must be whole minus part, exactly.
  void requireDifference(SeedCounts whole, SeedCounts part) {
    for (int i = 0; i < correct.length; i++) {
      if (has(i) && correct[i] != whole.correct[i] - part.correct[i]) {
        throw column(i)
            .malformed(
                row(i),
                "is not %s minus %s".formatted(whole.column(i).name(), part.column(i).name()));
      }
    }
  }

  // The correct answers of all seeds.
  int sum(int row) {
    int sum = 0;
    for (int seed = 0; seed < SEEDS.size(); seed++) {
      sum += Math.max(0, correct[row * SEEDS.size() + seed]);
    }
    return sum;
  }

  private CsvColumn column(int position) {
    return columns.get(position % SEEDS.size());
  }

  private int row(int position) {
    return position / SEEDS.size();
  }
}
