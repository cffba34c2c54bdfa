package org.nasbench4j.training;

import java.io.IOException;
import java.nio.file.Path;
import org.nasbench4j.journal.JournalKind;
import org.nasbench4j.journal.ResultJournal;
import org.nasbench4j.table.MalformedTableException;

/** The journals of trained architectures, which grow beside the table that is made of them. */
public final class TrainingJournal {
  private static final JournalKind<TrainingHeader, TrainedArchitecture> KIND =
      new JournalKind<>(
          TrainingHeader.class,
          TrainedArchitecture.class,
          TrainedArchitecture::architecture,
          TrainingHeader::texts,
          // Journals of before the choice were tested after each epoch.
          header -> {
            if (!header.has("tested")) {
              header.put("tested", EpochChoice.EACH.name());
            }
          },
          "training",
          "nasbench table train",
          "Use the same options, or train into another file.");

  private TrainingJournal() {}

  /**
   * Opens or creates a journal.
   *
   * @param file the file
   * @param header what the trainings that will be appended have in common
   * @return the journal with the trainings that are there
   * @throws IllegalArgumentException if the journal was begun with another header; the message says
   *     what differs
   * @throws MalformedTableException if a line that is not the last is damaged
   * @throws IOException if another process has it open, or it cannot be read
   */
  public static ResultJournal<TrainingHeader, TrainedArchitecture> open(
      Path file, TrainingHeader header) throws IOException {
    return ResultJournal.open(file, KIND, header);
  }
}
