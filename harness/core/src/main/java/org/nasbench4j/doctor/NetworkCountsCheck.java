package org.nasbench4j.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.nb201.Operation;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.DatasetId;

/** Parameters and FLOPs that disagree with the formula. */
final class NetworkCountsCheck implements TableCheck {
  /** Sources give FLOPs in millions with five decimals, parameters to the unit. */
  private static final double TOLERANCE = 1e-5;

  private static final String ANOMALY = "nats-runinfo-params-anomaly";

  private static final String WRONG =
      "The network of these architectures has another count: rows and architectures are mixed up, or"
          + " the networks are not the published ones. Do not use the column as a size.";
  private static final String OTHER_COUNTER =
      "This column counts another way than the benchmark (other operations, another unit, or another"
          + " network): say which one was used, and do not mix the two.";
  private static final String NO_FUNCTION =
      "Cells with as many convolutions of each kind have different counts, which no network of this"
          + " space can have: rows and architectures are mixed up.";
  private static final String ANOMALOUS =
      "The source publishes another number of parameters for single trainings of these cells than"
          + " for the cell. The column of parameters is that of the cell.";

  @Override
  public String name() {
    return "network-counts";
  }

  @Override
  public List<Finding> examine(Examination table) {
    List<Finding> findings = new ArrayList<>();
    for (String column : table.table().columns()) {
      if (column.equals(ANOMALY)) {
        anomalies(table, findings);
      } else {
        for (String quantity : List.of(NetworkCounts.PARAMS, NetworkCounts.FLOPS)) {
          if (List.of(column.split("-")).contains(quantity)) {
            examine(table, column, quantity, findings);
          }
        }
      }
    }
    return findings;
  }

  private void examine(Examination table, String column, String quantity, List<Finding> findings) {
    NetworkCounts counts = new NetworkCounts(table.table());
    Optional<IntToDoubleFunction> formula =
        dataset(column, counts).flatMap(dataset -> counts.of(quantity, dataset));
    boolean own = column.startsWith(quantity);
    if (formula.isPresent()) {
      Tally tally = differing(table, column, formula.get());
      add(
          findings,
          own ? Severity.ERROR : Severity.WARNING,
          column,
          table.occurrences(tally),
          own ? WRONG : OTHER_COUNTER);
    } else if (own && table.space() instanceof Nb201Space space) {
      inconsistent(table, column, space, findings);
    }
  }

  /** The data set at the end of a column's name; without one CIFAR-10, if the table has it. */
  private static Optional<DatasetId> dataset(String column, NetworkCounts counts) {
    Optional<DatasetId> named =
        Arrays.stream(DatasetId.values())
            .filter(dataset -> column.endsWith("-" + dataset.id()))
            .findFirst();
    return named.isPresent()
        ? named
        : counts.datasets().stream().filter(dataset -> dataset == DatasetId.CIFAR10).findFirst();
  }

  private static Tally differing(Examination table, String name, IntToDoubleFunction formula) {
    Column column = table.table().column(name);
    Tally tally = new Tally();
    for (int row = 0; row < column.rows(); row++) {
      if (column.has(row)) {
        int here = row;
        double counted = formula.applyAsDouble(row);
        if (!(Math.abs(column.value(row) - counted) <= TOLERANCE)) {
          tally.add(
              () ->
                  "%s has %s, by formula %s"
                      .formatted(
                          table.name(here),
                          Numerals.exact(column.value(here)),
                          Numerals.exact(counted)));
        }
      }
    }
    return tally;
  }

  /** Counts of networks of another shape, which no formula is known for. */
  private void inconsistent(
      Examination table, String name, Nb201Space space, List<Finding> findings) {
    Column column = table.table().column(name);
    Map<List<Integer>, Double> counts = new HashMap<>();
    Tally tally = new Tally();
    for (int row = 0; row < column.rows(); row++) {
      if (column.has(row)) {
        int here = row;
        Nb201Cell cell = space.cell(table.table().architecture(row));
        double first = counts.computeIfAbsent(convolutions(cell), fresh -> column.value(here));
        if (first != column.value(row)) {
          tally.add(
              () ->
                  "%s has %s, an equal one %s"
                      .formatted(
                          table.name(here),
                          Numerals.exact(column.value(here)),
                          Numerals.exact(first)));
        }
      }
    }
    add(findings, Severity.ERROR, name, table.occurrences(tally), NO_FUNCTION);
  }

  private static List<Integer> convolutions(Nb201Cell cell) {
    return List.of(cell.count(Operation.NOR_CONV_1X1), cell.count(Operation.NOR_CONV_3X3));
  }

  private void anomalies(Examination table, List<Finding> findings) {
    Column column = table.table().column(ANOMALY);
    Tally tally = new Tally();
    for (int row = 0; row < column.rows(); row++) {
      int here = row;
      if (column.has(row) && column.value(row) != 0) {
        tally.add(() -> table.name(here));
      }
    }
    add(findings, Severity.WARNING, ANOMALY, table.occurrences(tally), ANOMALOUS);
  }
}
