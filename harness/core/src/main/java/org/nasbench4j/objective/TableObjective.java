package org.nasbench4j.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.SeedChoice;
import org.nasbench4j.table.Table;

/**
 * A stored accuracy in percent. An evaluation costs the training up to the query's fidelity plus
 * one pass over the split, as far as the table has these times.
 */
public final class TableObjective implements Objective {
  private final Table table;
  private final AccuracyColumn accuracy;
  private final List<Column> costs;
  private final String query;
  private final String cost;

  private TableObjective(Table table, AccuracyColumn accuracy, List<Column> costs, String cost) {
    this.table = table;
    this.accuracy = accuracy;
    this.costs = costs;
    this.query = accuracy.query().toString();
    this.cost = cost;
  }

  /**
   * Resolves a query.
   *
   * @param table the measurements
   * @param query the accuracy to optimise
   * @return the objective
   * @throws MissingRecordException if the table does not hold the accuracy
   */
  public static TableObjective of(Table table, Query query) {
    AccuracyColumn accuracy = table.accuracy(query);
    Measure measure = query.measure();
    List<Column> costs = new ArrayList<>();
    String cost = "cost unknown";
    Optional<Column> training =
        ifStored(
            () -> table.trainingSeconds(measure.training(), measure.fidelity(), query.seeds()));
    if (training.isPresent()) {
      costs.add(training.get());
      Optional<Column> pass = ifStored(() -> table.evaluationSeconds(query));
      pass.ifPresent(costs::add);
      cost = pass.isPresent() ? "cost: training + one evaluation" : "cost: training only";
    }
    return new TableObjective(table, accuracy, List.copyOf(costs), cost);
  }

  private static Optional<Column> ifStored(Supplier<Column> column) {
    try {
      return Optional.of(column.get());
    } catch (MissingRecordException absent) {
      return Optional.empty();
    }
  }

  @Override
  public Evaluation evaluate(Architecture architecture) {
    return evaluate(table.row(architecture));
  }

  boolean has(int row) {
    return accuracy.has(row);
  }

  Evaluation evaluate(int row) {
    double seconds = 0;
    for (int i = 0; i < costs.size(); i++) {
      seconds += costs.get(i).value(row);
    }
    return new Evaluation(accuracy.value(row), seconds);
  }

  @Override
  public Optional<CostLine> costLine() {
    return costs.isEmpty() ? Optional.empty() : Optional.of(CostLine.SIMULATED_TRAINING);
  }

  SeedChoice.Single seeds() {
    return accuracy.query().seeds();
  }

  // What the seconds are made of.
  String cost() {
    return cost;
  }

  @Override
  public ValueScale scale() {
    return ValueScale.PERCENT;
  }

  @Override
  public String description() {
    return query + ", " + cost;
  }
}
