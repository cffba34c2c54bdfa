package org.nasbench4j.cli.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.table.Coverage;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.Table;
import org.nasbench4j.table.Training;

/**
 * A table in the shape of NASLib's dictionaries: for each architecture and data set lists by epoch
 * and what the training costs. NASLib has one evaluation list, which it uses for validation and for
 * test; here the split is said.
 */
final class NaslibExport {
  private final Table table;
  private final List<NaslibTraining> trainings;

  private NaslibExport(Table table, List<NaslibTraining> trainings) {
    this.table = table;
    this.trainings = trainings;
  }

  /**
   * Resolves what is exported.
   *
   * @throws IllegalArgumentException if the selection names no split to evaluate on, or several, or
   *     leaves several schedules
   * @throws MissingRecordException if the table lacks it
   */
  static NaslibExport of(Table table, Selection selection) {
    if (table.coverage().isEmpty()) {
      throw new MissingRecordException(
          "The table (%s) has no accuracies, which NASLib's files are made of. Use csv or parquet."
              .formatted(table.info().name()));
    }
    Split split = split(selection);
    List<Coverage> blocks = selection.of(table);
    Schedule schedule = schedule(blocks);
    List<NaslibTraining> trainings = new ArrayList<>();
    for (Training training : blocks.stream().map(Coverage::training).distinct().toList()) {
      trainings.add(NaslibTraining.of(table, training, split, schedule, selection.singleSeeds()));
    }
    return new NaslibExport(table, trainings);
  }

  private static Split split(Selection selection) {
    List<Split> splits = selection.splits();
    if (splits.size() != 1 || splits.get(0) == Split.TRAIN) {
      throw new IllegalArgumentException(
          "NASLib's files have one evaluation list, whatever it is read for. Say which images it is"
              + " of: --split valid, test or valid+test.");
    }
    return splits.get(0);
  }

  private static Schedule schedule(List<Coverage> blocks) {
    List<Schedule> schedules = blocks.stream().map(Coverage::schedule).distinct().toList();
    if (schedules.size() != 1) {
      throw new IllegalArgumentException(
          "NASLib's files have one schedule, but the selection has %s. Say which with --schedule."
              .formatted(schedules));
    }
    return schedules.get(0);
  }

  void write(Path file, ImportProgress progress) throws IOException {
    TextFile.write(file, out -> write(out, progress));
  }

  private void write(Writer out, ImportProgress progress) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(out);
    json.writeStartObject();
    for (int row = 0; row < table.rows(); row++) {
      json.writeObjectFieldStart(table.architecture(row).text());
      for (NaslibTraining training : trainings) {
        training.write(json, row);
      }
      json.writeEndObject();
      progress.advanced(row + 1L, table.rows());
    }
    json.writeEndObject();
    json.flush();
  }
}
