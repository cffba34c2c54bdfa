package org.nasbench4j.cli.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nasbench4j.cli.option.ArchitectureChoice;
import org.nasbench4j.proxy.ProxyCatalog;
import org.nasbench4j.space.nb201.FunctionClasses;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Table;
import picocli.CommandLine.Option;

/** Which architectures of a table two measures are compared on. */
final class RowChoice {
  private static final String ALL = "all";

  @Option(
      names = "--archs",
      paramLabel = "ARCHS",
      description =
          "Which architectures of the table: all, random:N:SEED, or a file with one per line."
              + " Default: ${DEFAULT-VALUE}.")
  private String archs = ALL;

  @Option(
      names = "--missing",
      paramLabel = "POLICY",
      description =
          "Where an architecture lacks a measure, or is not in the table: ${COMPLETION-CANDIDATES}. Default:"
              + " ${DEFAULT-VALUE}.")
  private Missing missing = Missing.fail;

  @Option(
      names = "--top",
      paramLabel = "SHARE",
      description =
          "Of these, only the share that is best by the second measure, with those that tie with"
              + " the last: 0.2 for the best fifth. Default: ${DEFAULT-VALUE}.")
  private double top = 1;

  /** What to do about architectures that lack a measure; lower case as on the command line. */
  enum Missing {
    fail,
    skip
  }

  /**
   * What was chosen.
   *
   * @param rows rows of the table, all of which have both measures
   * @param lacking how many others were asked for and lack one, or are not in the table
   */
  @SuppressWarnings("ArrayRecordComponent") // read once by the caller, never compared
  record Rows(int[] rows, int lacking) {}

  String archs() {
    return archs;
  }

  double top() {
    return top;
  }

  /** What is not of all architectures, in brackets behind a space; empty if nothing was chosen. */
  String words() {
    List<String> words = new ArrayList<>();
    if (!archs.equals(ALL)) {
      words.add(archs);
    }
    if (top < 1) {
      words.add("the best %s by y".formatted(top));
    }
    return words.isEmpty() ? "" : " (%s)".formatted(String.join(", ", words));
  }

  Rows of(Side x, Side y, ProxyCatalog proxies) throws IOException {
    if (!(top > 0 && top <= 1)) {
      throw new IllegalArgumentException(
          "The top (%s) must be above 0 and at most 1, as in 0.2.".formatted(top));
    }
    Rows held = held(y.table());
    Column columnY = y.column(proxies, held.rows);
    int[] measured = measured(held.rows, x, x.column(proxies, held.rows), y, columnY);
    int lacking = held.lacking + held.rows.length - measured.length;
    return new Rows(best(measured, columnY), lacking);
  }

  // What was asked for and is in the table.
  private Rows held(Table table) throws IOException {
    if (archs.equals(ALL)) {
      return new Rows(IntStream.range(0, table.rows()).toArray(), 0);
    }
    if (table.space() instanceof Nb201Space space) {
      List<Nb201Cell> cells =
          new ArchitectureChoice(space, new FunctionClasses(space))
              .cells(archs).stream().distinct().toList();
      int[] rows = cells.stream().flatMapToInt(cell -> row(table, cell)).toArray();
      return new Rows(rows, cells.size() - rows.length);
    }
    throw new IllegalArgumentException(
        "The architectures (%s) of %s cannot be chosen; use all."
            .formatted(archs, table.space().id()));
  }

  private IntStream row(Table table, Nb201Cell cell) {
    try {
      return IntStream.of(table.row(cell));
    } catch (MissingRecordException e) {
      if (missing == Missing.fail) {
        throw e;
      }
      return IntStream.empty();
    }
  }

  private int[] measured(int[] wanted, Side x, Column columnX, Side y, Column columnY) {
    int[] rows =
        Arrays.stream(wanted).filter(row -> columnX.has(row) && columnY.has(row)).toArray();
    if (rows.length < wanted.length && missing == Missing.fail) {
      throw new MissingRecordException(
          "%d of %d architectures lack (%s) or (%s). Maybe use --missing skip."
              .formatted(wanted.length - rows.length, wanted.length, x, y));
    }
    return rows;
  }

  private int[] best(int[] rows, Column column) {
    if (rows.length == 0) {
      return rows;
    }
    double[] ascending = Arrays.stream(rows).mapToDouble(column::value).sorted().toArray();
    int kept = (int) Math.ceil(top * rows.length);
    double least = ascending[rows.length - kept];
    return Arrays.stream(rows).filter(row -> column.value(row) >= least).toArray();
  }
}
