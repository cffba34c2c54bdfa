package org.nasbench4j.data.compact;

import java.util.List;
import java.util.function.Supplier;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.Fidelity;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.SeedChoice;
import org.nasbench4j.table.Table;
import org.nasbench4j.table.Training;

/** All that a table of {@link Contents} has to say, as one text. */
final class Answers {
  private Answers() {}

  static String of(Table table) {
    StringBuilder text = new StringBuilder();
    text.append(table.info()).append(table.coverage()).append(table.columns());
    for (int row = 0; row < table.rows(); row++) {
      text.append(table.architecture(row).text());
    }
    for (String query : queries()) {
      append(text, () -> table.accuracy(Query.parse(query)));
      append(text, () -> table.loss(Query.parse(query)));
      append(text, () -> table.evaluationSeconds(Query.parse(query)));
    }
    append(
        text,
        () ->
            table.trainingSeconds(
                Training.CIFAR100, Fidelity.endOf(Contents.LONG), SeedChoice.MEAN));
    table.columns().forEach(name -> append(text, () -> table.column(name)));
    return text.toString();
  }

  private static List<String> queries() {
    return List.of(
        "cifar100:valid:200",
        "cifar100:valid:200:888",
        "cifar100:test:200",
        "cifar100:test:200:777",
        "cifar100:test:3",
        "cifar100:valid:3@0",
        "cifar100:valid:3:2",
        "cifar10:test:200",
        "cifar10-all:train:3@1");
  }

  private static void append(StringBuilder text, Supplier<Column> supplier) {
    try {
      Column column = supplier.get();
      for (int row = 0; row < column.rows(); row++) {
        text.append(' ').append(column.has(row) ? column.value(row) : "-");
        if (column instanceof AccuracyColumn accuracy) {
          text.append(accuracy.seeds(row)).append(accuracy.origin());
        }
      }
    } catch (MissingRecordException e) {
      text.append(e.getMessage());
    }
    text.append('\n');
  }
}
