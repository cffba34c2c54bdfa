package org.nasbench4j.cli.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.Coverage;
import org.nasbench4j.table.Fidelity;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Origin;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.SeedChoice;
import org.nasbench4j.table.Table;

/**
 * The numbers of a table as columns, one row for each architecture. A name is the measure as plans
 * and {@code nasbench correlate} write it, {@code cifar10-half:valid:200:777}; what is no measured
 * accuracy has a word before it: {@code loss:}, {@code training-seconds:}, {@code
 * evaluation-seconds:}, and before all of these {@code derived:} where it was not measured. Stored
 * columns have their own names.
 */
final class WideColumns {
  private final Table table;
  private final Map<String, Column> columns = new LinkedHashMap<>();

  private WideColumns(Table table) {
    this.table = table;
  }

  /** A column and what it is called. */
  record Named(String name, Column column) {}

  /** What is exported beside accuracies. */
  enum Extra {
    LOSSES,
    SECONDS
  }

  static List<Named> of(Table table, Selection selection, List<Extra> extras) {
    WideColumns wide = new WideColumns(table);
    List<Coverage> blocks = selection.of(table);
    blocks.forEach(block -> wide.queries(block, selection).forEach(wide::accuracy));
    if (extras.contains(Extra.LOSSES)) {
      blocks.forEach(block -> wide.queries(block, selection).forEach(wide::loss));
    }
    if (extras.contains(Extra.SECONDS)) {
      blocks.forEach(block -> wide.queries(block, selection).forEach(wide::seconds));
    }
    table.columns().forEach(name -> wide.columns.put(name, table.column(name)));
    return wide.columns.entrySet().stream()
        .map(entry -> new Named(entry.getKey(), entry.getValue()))
        .toList();
  }

  private List<Query> queries(Coverage block, Selection selection) {
    List<Query> queries = new ArrayList<>();
    for (int epoch : selection.epochs(block)) {
      Fidelity fidelity = new Fidelity(block.schedule(), epoch);
      Measure measure = new Measure(block.training(), block.split(), fidelity);
      selection.seeds(block).forEach(seeds -> queries.add(new Query(measure, seeds)));
    }
    return queries;
  }

  private void accuracy(Query query) {
    AccuracyColumn column = table.accuracy(query);
    put(query.toString(), column);
  }

  private void put(String name, Column column) {
    columns.put((column.origin() == Origin.DERIVED ? "derived:" : "") + name, column);
  }

  private void loss(Query query) {
    stored(() -> table.loss(query)).ifPresent(column -> put("loss:" + query, column));
  }

  // Times belong to a recipe more than to one training of it: of the mean.
  private void seconds(Query query) {
    Measure measure = query.measure();
    stored(() -> table.trainingSeconds(measure.training(), measure.fidelity(), SeedChoice.MEAN))
        .ifPresent(
            column ->
                put(
                    "training-seconds:%s:%s".formatted(measure.training(), measure.fidelity()),
                    column));
    Query mean = new Query(measure, SeedChoice.MEAN);
    stored(() -> table.evaluationSeconds(mean))
        .ifPresent(column -> put("evaluation-seconds:" + measure, column));
  }

  // A column, or empty where the table lacks it.
  static <C extends Column> Optional<C> stored(Supplier<C> column) {
    try {
      return Optional.of(column.get());
    } catch (MissingRecordException absent) {
      return Optional.empty();
    }
  }
}
