package org.nasbench4j.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nasbench4j.io.Sha256;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.space.oneshot1.OneShotCell;
import org.nasbench4j.space.oneshot1.OneShotLayout;
import org.nasbench4j.space.oneshot1.OneShotModules;
import org.nasbench4j.space.oneshot1.OneShotSpace;

/**
 * A table of NAS-Bench-101 as a search space of NAS-Bench-1Shot1 sees it: only the modules that its
 * cells are, each named by one of these cells.
 *
 * <p>Rows keep the order of the table beneath. Any cell finds the row of its module.
 */
public final class OneShotTable implements Table {
  private static final String BENEATH = "nb101";
  private static final int SHOWN = 3;

  private final Table table;
  private final OneShotSpace space;
  private final TableInfo info;
  private final OneShotCell[] cells;

  /** For each row that of the table beneath, ascending. */
  private final int[] rows;

  private OneShotTable(Table table, OneShotSpace space, OneShotCell[] cells, int[] rows) {
    this.table = table;
    this.space = space;
    this.info = info(table.info(), space.id());
    this.cells = cells;
    this.rows = rows;
  }

  /**
   * Restricts a table.
   *
   * @param table a table of the space {@code nb101}
   * @param layout the search space
   * @return a view; finding the rows takes at most about a second, reading them nothing more
   * @throws IllegalArgumentException if the table is of another space
   * @throws MissingRecordException if the table lacks modules of the search space; the message
   *     lists the first
   */
  public static OneShotTable of(Table table, OneShotLayout layout) {
    if (!table.space().id().equals(BENEATH)) {
      throw new IllegalArgumentException(
          "The table (%s) is of the space %s. Cells of %s are looked up in a table of %s."
              .formatted(table.info().name(), table.space().id(), layout.id(), BENEATH));
    }
    List<Placed> placed = new ArrayList<>();
    List<OneShotCell> absent = new ArrayList<>();
    for (OneShotCell cell : OneShotModules.cells(layout)) {
      find(table, cell)
          .ifPresentOrElse(row -> placed.add(new Placed(cell, row)), () -> absent.add(cell));
    }
    requireAll(table, layout, absent);
    placed.sort(Comparator.comparingInt(Placed::row));
    return new OneShotTable(
        table,
        new OneShotSpace(layout),
        placed.stream().map(Placed::cell).toArray(OneShotCell[]::new),
        placed.stream().mapToInt(Placed::row).toArray());
  }

  private record Placed(OneShotCell cell, int row) {}

  private static Optional<Integer> find(Table table, OneShotCell cell) {
    try {
      return Optional.of(table.row(cell.module()));
    } catch (MissingRecordException absent) {
      return Optional.empty();
    }
  }

  private static void requireAll(Table table, OneShotLayout layout, List<OneShotCell> absent) {
    if (!absent.isEmpty()) {
      throw new MissingRecordException(
          "The table (%s) lacks %d of the %d modules of %s; a search needs all. The first are: %s."
              .formatted(
                  table.info().name(),
                  absent.size(),
                  layout.modules(),
                  layout.id(),
                  absent.stream()
                      .limit(SHOWN)
                      .map(OneShotCell::canonical)
                      .collect(Collectors.joining(", "))));
    }
  }

  private static TableInfo info(TableInfo table, String space) {
    List<String> notes = new ArrayList<>(table.notes());
    notes.add("Restricted to the modules of %s.".formatted(space));
    String identity = table.contentHash() + "\n" + space;
    return new TableInfo(
        table.name(),
        space,
        table.format(),
        table.sources(),
        Sha256.hex(identity.getBytes(StandardCharsets.US_ASCII)),
        table.creator(),
        notes);
  }

  @Override
  public TableInfo info() {
    return info;
  }

  @Override
  public SearchSpace space() {
    return space;
  }

  @Override
  public int rows() {
    return rows.length;
  }

  @Override
  public void verify() {
    table.verify();
  }

  @Override
  public Architecture architecture(int row) {
    return cells[row];
  }

  @Override
  public int row(Architecture architecture) {
    // Not negative: the module of every cell of the space has a row.
    return Arrays.binarySearch(rows, table.row(space.cell(architecture).module()));
  }

  /** As of the table beneath: its counts are those of all its rows. */
  @Override
  public List<Coverage> coverage() {
    return table.coverage();
  }

  @Override
  public AccuracyColumn accuracy(Query query) {
    return new ChosenAccuracies(table.accuracy(query), rows);
  }

  @Override
  public Column loss(Query query) {
    return new ChosenRows(table.loss(query), rows);
  }

  @Override
  public Column trainingSeconds(Training training, Fidelity fidelity, SeedChoice.Single seeds) {
    return new ChosenRows(table.trainingSeconds(training, fidelity, seeds), rows);
  }

  @Override
  public Column evaluationSeconds(Query query) {
    return new ChosenRows(table.evaluationSeconds(query), rows);
  }

  @Override
  public List<String> columns() {
    return table.columns();
  }

  @Override
  public Column column(String name) {
    return new ChosenRows(table.column(name), rows);
  }

  /** Some rows of a column. */
  @SuppressWarnings("ArrayRecordComponent") // shared by all columns of the view
  private record ChosenRows(Column column, int[] chosen) implements Column {

    @Override
    public int rows() {
      return chosen.length;
    }

    @Override
    public boolean has(int row) {
      return column.has(chosen[row]);
    }

    @Override
    public double value(int row) {
      return column.value(chosen[row]);
    }

    @Override
    public Origin origin() {
      return column.origin();
    }
  }

  /** Some rows of a column of accuracies. */
  @SuppressWarnings("ArrayRecordComponent") // shared by all columns of the view
  private record ChosenAccuracies(AccuracyColumn column, int[] chosen) implements AccuracyColumn {

    @Override
    public int rows() {
      return chosen.length;
    }

    @Override
    public boolean has(int row) {
      return column.has(chosen[row]);
    }

    @Override
    public double value(int row) {
      return column.value(chosen[row]);
    }

    @Override
    public Query query() {
      return column.query();
    }

    @Override
    public Origin origin() {
      return column.origin();
    }

    @Override
    public Fraction fraction(int row) {
      return column.fraction(chosen[row]);
    }

    @Override
    public List<Integer> seeds(int row) {
      return column.seeds(chosen[row]);
    }

    @Override
    public int seedCount(int row) {
      return column.seedCount(chosen[row]);
    }
  }
}
