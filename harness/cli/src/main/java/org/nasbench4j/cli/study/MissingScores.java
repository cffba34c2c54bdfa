package org.nasbench4j.cli.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nasbench4j.io.AtomicFile;
import org.nasbench4j.proxy.ProxyCatalog;
import org.nasbench4j.proxy.Quantity;
import org.nasbench4j.study.StudyPlan;
import org.nasbench4j.study.TaskPlan;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Table;

/** Scores that the searches of a plan need and that no score file holds. */
final class MissingScores {
  private static final int SHOWN = 5;

  private final TreeSet<String> columns = new TreeSet<>();
  private final TreeSet<Integer> rows = new TreeSet<>();

  private MissingScores() {}

  /**
   * Stops before a study that could not be run, and leaves a list for {@code nasbench score}.
   *
   * @param list where to write the architectures, one per line
   * @throws MissingRecordException if there are any; the message says how many and how to go on
   */
  static void refuse(StudyPlan plan, Table table, ProxyCatalog proxies, Path list)
      throws IOException {
    MissingScores missing = new MissingScores();
    plan.tasks().stream()
        .map(TaskPlan::search)
        .flatMap(MissingScores::stored)
        .distinct()
        .forEach(quantity -> missing.add(quantity, quantity.column(table, proxies)));
    if (!missing.rows.isEmpty()) {
      List<String> architectures =
          missing.rows.stream().map(row -> table.architecture(row).text()).toList();
      AtomicFile.write(
          list,
          out ->
              out.write(
                  (String.join("\n", architectures) + "\n").getBytes(StandardCharsets.UTF_8)));
      throw new MissingRecordException(missing.message(architectures, table.rows(), list));
    }
  }

  private static Stream<Quantity.Named> stored(Quantity search) {
    if (search instanceof Quantity.RankSum sum) {
      return sum.members().stream();
    }
    return search instanceof Quantity.Named named ? Stream.of(named) : Stream.empty();
  }

  private void add(Quantity.Named quantity, Column column) {
    List<Integer> absent =
        IntStream.range(0, column.rows()).filter(row -> !column.has(row)).boxed().toList();
    if (!absent.isEmpty()) {
      columns.add(quantity.toString());
      rows.addAll(absent);
    }
  }

  private String message(List<String> architectures, int all, Path list) {
    return String.format(
        Locale.ROOT,
        "The scores (%s) lack %,d of %,d architectures; a search needs all. The first are: %s. All"
            + " are in %s: score them with nasbench score --archs %s --out FILE, or while searching"
            + " with --live.",
        String.join(", ", columns),
        architectures.size(),
        all,
        architectures.stream().limit(SHOWN).collect(Collectors.joining(", ")),
        list,
        list);
  }
}
