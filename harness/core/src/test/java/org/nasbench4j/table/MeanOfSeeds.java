package org.nasbench4j.table;

import java.util.List;

/** The mean over the trainings of each row that are there. */
record MeanOfSeeds(Query query, List<AccuracyColumn> trainings) implements AccuracyColumn {

  @Override
  public int rows() {
    return trainings.get(0).rows();
  }

  @Override
  public boolean has(int row) {
    return seedCount(row) > 0;
  }

  @Override
  public double value(int row) {
    return fraction(row).percent();
  }

  @Override
  public Origin origin() {
    return trainings.get(0).origin();
  }

  @Override
  public Fraction fraction(int row) {
    long correct = 0;
    long total = 0;
    for (AccuracyColumn training : present(row)) {
      correct += training.fraction(row).correct();
      total += training.fraction(row).total();
    }
    if (total == 0) {
      throw new MissingRecordException("The row (%d) has no (%s).".formatted(row, query));
    }
    return new Fraction(correct, total);
  }

  @Override
  public List<Integer> seeds(int row) {
    return present(row).stream().flatMap(training -> training.seeds(row).stream()).toList();
  }

  @Override
  public int seedCount(int row) {
    return present(row).size();
  }

  private List<AccuracyColumn> present(int row) {
    return trainings.stream().filter(training -> training.has(row)).toList();
  }
}
