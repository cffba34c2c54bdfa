package org.nasbench4j.objective;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Table;

/**
 * A stored score of a proxy. Its cost is the column of the same name that ends in {@link #SECONDS};
 * without one the cost is unknown, so seconds cannot be a budget.
 */
public final class ColumnObjective implements Objective {

  /** The end of the name of the column with the measured seconds of another column. */
  public static final String SECONDS = "-seconds";

  private static final int SHOWN = 5;
  private static final Pattern RMI = Pattern.compile("rmi-[a-z0-9]+([:-](cifar|imagenet).*)?");

  private final Table table;
  private final Column column;
  private final Optional<Column> seconds;
  private final String name;

  private ColumnObjective(Table table, Column column, Optional<Column> seconds, String name) {
    this.table = table;
    this.column = column;
    this.seconds = seconds;
    this.name = name;
  }

  /**
   * Resolves a column.
   *
   * @param table the measurements
   * @param name the name of one of {@link Table#columns()}
   * @return the objective
   * @throws MissingRecordException if the table has no such column, or the column lacks
   *     architectures of the table; the message lists the first
   */
  public static ColumnObjective of(Table table, String name) {
    Column column = table.column(name);
    requireAll(table, column, name);
    Optional<Column> seconds =
        table.columns().contains(name + SECONDS)
            ? Optional.of(table.column(name + SECONDS))
            : Optional.empty();
    return new ColumnObjective(table, column, seconds, name);
  }

  private static void requireAll(Table table, Column column, String name) {
    List<Integer> missing =
        IntStream.range(0, table.rows()).filter(row -> !column.has(row)).boxed().toList();
    if (!missing.isEmpty()) {
      throw new MissingRecordException(
          "The column (%s) lacks %d of %d architectures; a search needs all. The first are: %s."
              .formatted(
                  name,
                  missing.size(),
                  table.rows(),
                  missing.stream()
                      .limit(SHOWN)
                      .map(row -> table.architecture(row).text())
                      .collect(Collectors.joining(", "))));
    }
  }

  @Override
  public Evaluation evaluate(Architecture architecture) {
    int row = table.row(architecture);
    double cost = seconds.isPresent() ? seconds.get().value(row) : 0;
    return new Evaluation(column.value(row), cost);
  }

  @Override
  public Optional<CostLine> costLine() {
    return seconds.map(known -> CostLine.PROXY);
  }

  @Override
  public ValueScale scale() {
    return scaleOf(name);
  }

  /**
   * What is known of a column of this name: {@code rmi-PRESET} holds minus a loss.
   *
   * @param name a column's or proxy's name, perhaps with its data set
   * @return the scale of its values
   */
  public static ValueScale scaleOf(String name) {
    return RMI.matcher(name).matches() ? ValueScale.NEGATIVE_LOSS : ValueScale.UNBOUNDED;
  }

  @Override
  public String description() {
    return name
        + (seconds.isPresent() ? " (stored), cost: its seconds" : " (stored), cost unknown");
  }
}
